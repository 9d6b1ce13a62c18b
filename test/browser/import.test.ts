import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readLibrary } from '../../src/compiler/library.ts';
import { docx, p } from '../support/docx.ts';
import { writeFiles } from '../support/write-files.ts';
import { findFaultsInLooks, twoLooks } from './support/axe.ts';
import { useHarness } from './support/harness.ts';

const harness = useHarness();

const regulation = docx(
  [
    p('来客対応規程'),
    p('（目的）'),
    p('この規程は、来客の対応を定める。', { num: [1, 0] }),
    p('（記録）'),
    p('受付係は、次に掲げる事項を受付簿に記録しなければならない。', { num: [1, 0] }),
    p('氏名', { num: [1, 1] }),
    p('用件', { num: [1, 1] }),
  ],
  { lists: { 1: [{ text: '第%1条' }, { text: '（%2）' }] } },
);
const word = { name: '来客.docx', mimeType: 'application/octet-stream', buffer: Buffer.from(regulation) };

async function choose(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await page.getByLabel('取り込む規程を選ぶ').setInputFiles(file);
}

describe('/import/', () => {
  test('reads a Word file, takes a correction, and hands out a sound content folder', async () => {
    const { page } = await harness.visit('/import/');
    await choose(page, word);
    await page.getByRole('heading', { name: '読み取った結果' }).waitFor();
    expect(await page.locator('[data-counts]').innerText()).toMatch(/2 条/);
    const place = page.locator('#place-a2');
    expect(await place.innerText()).toContain('受付係は、次に掲げる事項を受付簿に記録しなければならない。');
    await place.getByRole('button', { name: /欄を直す/ }).click();
    await page.getByLabel('誰が', { exact: true }).fill('受付担当、総務係');
    await page.getByRole('button', { name: 'この内容にする' }).press('Enter');
    // The dialog tells that it closed in a task of its own, after the key.
    await place.locator('[data-facts]').getByText('受付担当、総務係').waitFor();
    expect(await place.getByText('人が確かめた', { exact: true }).isVisible()).toBe(true);

    await page.getByRole('button', { name: 'フォルダー（zip）を保存' }).click();
    // Named by what is missing: the Japanese name of the file gives no id.
    await page.getByText('英字の名は、小文字の英字で始め').waitFor();
    await page.getByLabel('英字の名').fill('raikyaku');
    await page.getByLabel('版', { exact: true }).fill('第1版');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'フォルダー（zip）を保存' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('raikyaku.zip');
    const entries = Object.entries(unzipSync(await readFile(await download.path())));
    const root = await mkdtemp(join(tmpdir(), 'kitei-import-'));
    await writeFiles(root, new Map(entries.map(([path, bytes]) => [path, strFromU8(bytes)])));
    const library = await readLibrary(join(root, 'raikyaku'), '/');
    await rm(root, { recursive: true });
    const names = library.provisions.get('raikyaku:a2')?.actors.map((id) => library.roles['raikyaku']?.[id]?.name);
    expect(names).toEqual(['受付担当', '総務係']);
  });

  test('names the place of a remark, and leads over a long document to where it is saved', async () => {
    const { page } = await harness.visit('/import/');
    const articles = Array.from({ length: 60 }, (_, index) => `第${index + 1}条　受付係は、鍵${index + 1}を預かる。`);
    const text = articles.toSpliced(29, 1).join('\n');
    await choose(page, { name: '鍵.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
    await page.getByRole('heading', { name: '読み取った結果' }).waitFor();
    expect(await page.locator('[data-notes-list]').innerText()).toMatch(/第31条（30行目）/);
    const heading = page.getByRole('heading', { name: 'フォルダーにする' });
    const isInView = () =>
      heading.evaluate((one) => one.getBoundingClientRect().top > 0 && one.getBoundingClientRect().top < innerHeight);
    expect(await isInView()).toBe(false);
    await page.getByRole('link', { name: 'フォルダーにする' }).click();
    await expect.poll(isInView).toBe(true);
  });

  test('shows what wants a look, or concerns one person, and takes a word that it is right', async () => {
    const { page } = await harness.visit('/import/');
    const more =
      '第１条　受付係は、鍵を預かる。\n２　前項の鍵は、棚に置く。\n第２条　守衛は、門を閉めなければならない。';
    await choose(page, { name: '鍵.txt', mimeType: 'text/plain', buffer: Buffer.from(more) });
    const guessed = page.locator('[data-slot="guessed"]');
    await page.getByRole('heading', { name: '読み取った結果' }).waitFor();
    const before = Number(await guessed.innerText());
    expect(before).toBeGreaterThan(0);
    await page.getByLabel('推定のある所だけを見る').check();
    const places = page.locator('[data-places] [data-facts]:visible');
    expect(await places.count()).toBe(before);
    await page
      .getByRole('button', { name: /合っている/ })
      .first()
      .click();
    expect(Number(await guessed.innerText())).toBe(before - 1);
    await page.getByLabel('推定のある所だけを見る').uncheck();
    await page.getByLabel('誰が・誰の許可').selectOption('守衛');
    expect(await places.count()).toBe(1);
    // A heading stays over what is shown, and over nothing else.
    expect(await page.locator('#place-c1-h').isVisible()).toBe(false);
    expect(await page.locator('#place-c2-h').isVisible()).toBe(true);
  });

  test('keeps corrections of a document on the device', async () => {
    const { page } = await harness.visit('/import/');
    await choose(page, word);
    await page
      .locator('#place-a2')
      .getByRole('button', { name: /欄を直す/ })
      .click();
    await page.getByLabel('誰が', { exact: true }).fill('守衛');
    await page.getByRole('button', { name: 'この内容にする' }).click();
    await page.locator('#place-a2 [data-facts]').getByText('守衛').waitFor();
    page.on('dialog', (dialog) => dialog.accept());
    await page.reload();
    await choose(page, word);
    await page.getByText('この文書に前に加えた直しを、戻しました。').waitFor();
    expect(await page.locator('#place-a2 [data-facts]').innerText()).toContain('守衛');
  });

  test.each([
    ['.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(512).fill(0)]), /古い形式/],
    ['.png', Buffer.from([0x89, 0x50, 0x4e, 0x47]), /読めない種類/],
    ['.txt', Buffer.from(''), /空/],
  ])('says in words why a %s cannot be read, and goes on', async (ending, buffer, words) => {
    const { page } = await harness.visit('/import/');
    await choose(page, { name: `見本${ending}`, mimeType: 'application/octet-stream', buffer });
    await page.locator('import-document [data-status]', { hasText: words }).waitFor();
    expect(await page.locator('[data-result]').isVisible()).toBe(false);
    await choose(page, word);
    await page.getByRole('heading', { name: '読み取った結果' }).waitFor();
  });

  test('axe finds nothing, nothing hangs over at 320 px', async () => {
    const { page } = await harness.visit('/import/');
    await choose(page, word);
    await page.getByRole('heading', { name: '読み取った結果' }).waitFor();
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page
      .locator('#place-a2')
      .getByRole('button', { name: /欄を直す/ })
      .click();
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
  });

  test('without JavaScript it says what the command does', async () => {
    const { page } = await harness.visit('/import/', { javaScriptEnabled: false });
    expect(await page.locator('noscript').innerText()).toContain('npm run import');
  });
});
