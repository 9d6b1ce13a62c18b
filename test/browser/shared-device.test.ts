import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { recentKey } from '../../src/stores/recent-searches.ts';
import {
  answerItems,
  checklistPath,
  fillHeader,
  goToReview,
  plainHeader,
  sign,
  signedHeading,
} from './support/checklist.ts';
import { makeButton, resultPath } from './support/decision.ts';
import {
  expectStaysWhenLeaving,
  expectTyped,
  later,
  openFilledList,
  picker,
  sharedSwitch,
  storedDrafts,
  typed,
} from './support/drafts.ts';
import { useHarness } from './support/harness.ts';
import { onShippedSite } from './support/shipped-site.ts';

onShippedSite();

const harness = useHarness();
const confidential = { criteria: ['secrecy'], form: 'data' };

/**
 * All that the site has left on the device: keys of both storages, databases, cookies; without what tells nothing about
 * the person: the scheme of colours, the open groups of the sidebar, and the switch itself, which ends with the tab.
 */
function leftBehind(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const keys = [...Object.keys(localStorage), ...Object.keys(sessionStorage)];
    const databases = (await indexedDB.databases()).map(({ name }) => `database ${name}`);
    return [...keys, ...databases, document.cookie].filter(
      (left) => !/^(starlight-theme|sl-sidebar-state|kitei:\/:shared-device|)$/.test(left),
    );
  });
}

/** How many signing keys the browser keeps. */
function countKeys(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open('kitei:/');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const asked = request.result.transaction('signing-keys').objectStore('signing-keys').count();
          asked.onsuccess = () => {
            request.result.close();
            resolve(asked.result);
          };
        };
      }),
  );
}

test('nothing is left behind, signing included, and leaving warns', async () => {
  const { page } = await harness.visit(checklistPath);
  await sharedSwitch(page).check();
  await page.getByText('下書きも署名の鍵も、この端末に残しません。').waitFor();
  expect(await page.getByText('前に保存したものが残っています').isVisible()).toBe(false);
  await fillHeader(page, plainHeader);
  await answerItems(page, typed);
  expect(new URL(page.url()).hash).toBe('#shared');
  await expectStaysWhenLeaving(page);
  await expectTyped(page);

  await goToReview(page);
  await page.getByRole('checkbox', { name: /^未回答が/ }).check();
  await sign(page);
  await signedHeading(page).waitFor();
  await page.getByText('この鍵はページを閉じると消えます。').waitFor();
  expect(await leftBehind(page)).toEqual([]);
});

test('loading the page again does not begin to keep', async () => {
  const { page } = await harness.visit(checklistPath);
  await sharedSwitch(page).check();
  await page.reload();
  expect(await sharedSwitch(page).isChecked()).toBe(true);
  await fillHeader(page, plainHeader);
  expect(await leftBehind(page)).toEqual([]);
});

test('fields are not offered to the memory of the browser', async () => {
  const { page } = await harness.visit(checklistPath);
  const fills = () =>
    page.locator('[data-header]').evaluateAll((fields) => fields.map((field) => field.getAttribute('autocomplete')));
  const before = await fills();
  expect(new Set(before).size).toBeGreaterThan(1);
  await sharedSwitch(page).check();
  expect(new Set(await fills())).toEqual(new Set(['off']));
  await sharedSwitch(page).uncheck();
  expect(await fills()).toEqual(before);
});

test('what others kept is neither shown nor touched, and goes when asked; what is typed stays', async () => {
  const { page } = await openFilledList(harness);
  await goToReview(page);
  await page.getByRole('checkbox', { name: /^未回答が/ }).check();
  await sign(page);
  await signedHeading(page).waitFor();
  expect(await countKeys(page)).toBe(1);
  await page.goto(new URL('/', page.url()).href);
  await page.goto(new URL(`${checklistPath}#shared`, page.url()).href);
  expect(await picker(page).isVisible()).toBe(false);
  await fillHeader(page, later);
  await answerItems(page, typed);
  expect(await storedDrafts(page)).toHaveLength(1);

  await page.getByText('（下書き 1 件、署名の鍵 1 個）').waitFor();
  await page.getByRole('button', { name: '残っているものを消す' }).click();
  const dialog = page.getByRole('dialog', { name: 'この端末に残っているものを消しますか' });
  await dialog.getByRole('button', { name: 'やめる' }).click();
  expect(await storedDrafts(page)).toHaveLength(1);
  await page.getByRole('button', { name: '残っているものを消す' }).click();
  await dialog.getByRole('button', { name: '全部消す' }).click();
  await page.getByText('この端末に残っていた下書き、署名の鍵、人の一覧を消しました。').waitFor();
  expect(await storedDrafts(page)).toEqual([]);
  expect(await countKeys(page)).toBe(0);
  await expectTyped(page, later);
});

test('all goes, whatever tool kept it, but the fingerprints of others; asking for keys leaves none behind', async () => {
  const { page } = await openFilledList(harness);
  await page.evaluate(() => {
    localStorage.setItem('kitei:/:a-tool-to-come:x', 'text');
    localStorage.setItem('kitei:/:address-book', '{}');
    localStorage.setItem('kitei:/elsewhere/:checklist:x:default', 'another site');
  });
  await page.evaluate((key) => localStorage.setItem(key, '["再委託の承認"]'), recentKey('/'));
  await sharedSwitch(page).check();
  await page.getByText('検索した言葉もあります。').waitFor();
  await page.getByText('（下書き 1 件、署名の鍵 0 個）').waitFor();
  await page.getByRole('button', { name: '残っているものを消す' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '全部消す' }).click();
  await page.getByText('この端末に残っていた下書き、署名の鍵、人の一覧を消しました。').waitFor();
  const staying = ['kitei:/:address-book', 'kitei:/elsewhere/:checklist:x:default'];
  expect((await leftBehind(page)).sort()).toEqual(staying);
  await expectTyped(page);
});

test('switched on after typing, the page holds on to what is typed; switched off, it is kept', async () => {
  const { page } = await openFilledList(harness);
  await sharedSwitch(page).check();
  await fillHeader(page, later);
  await expectTyped(page, later);
  await sharedSwitch(page).uncheck();
  await page.reload();
  await expectTyped(page, later);
});

test('a decision keeps nothing either, whichever tool the switch is turned on in', async () => {
  const { page } = await harness.visit(resultPath('confidentiality', confidential));
  await makeButton(page).click();
  const write = page.locator('[data-write]');
  await write.getByLabel('会社名').fill(plainHeader.company);
  await expect
    .poll(() => leftBehind(page))
    .toEqual([expect.stringMatching(/^kitei:\/:decision:confidentiality:[0-9a-f]+$/)]);

  await sharedSwitch(page).check();
  await page.getByText('署名の鍵も、この端末に残しません。').waitFor();
  expect(await leftBehind(page)).toEqual([]);
  expect(await write.getByLabel('会社名').inputValue()).toBe(plainHeader.company);
  expect(await write.getByLabel('会社名').getAttribute('autocomplete')).toBe('off');
  await fillHeader(page, plainHeader);
  await expectStaysWhenLeaving(page);
  await goToReview(page);
  await sign(page);
  await signedHeading(page).waitFor();
  await page.getByText('この鍵はページを閉じると消えます。').waitFor();
  expect(await leftBehind(page)).toEqual([]);

  // The list and the next decision in the same tab.
  page.once('dialog', (dialog) => dialog.accept());
  await page.goto(new URL(checklistPath, page.url()).href);
  expect(await sharedSwitch(page).isChecked()).toBe(true);
  await page.goto(new URL(resultPath('confidentiality', confidential), page.url()).href);
  await makeButton(page).click();
  expect(await sharedSwitch(page).isChecked()).toBe(true);
  expect(await write.getByLabel('会社名').inputValue()).toBe('');
  expect(await leftBehind(page)).toEqual([]);

  await sharedSwitch(page).uncheck();
  await write.getByLabel('会社名').fill(later.company);
  await expect
    .poll(() => leftBehind(page))
    .toEqual([expect.stringMatching(/^kitei:\/:decision:confidentiality:[0-9a-f]+$/)]);
});
