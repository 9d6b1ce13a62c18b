import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { everyLook, findFaultsInLooks } from './support/axe.ts';
import { checklistPath, fillHeader, plainHeader } from './support/checklist.ts';
import { fault, fillStorage, openFilledList, picker, prefix, sharedSwitch, store } from './support/drafts.ts';
import { useHarness } from './support/harness.ts';
import { onShippedSite } from './support/shipped-site.ts';

onShippedSite();

// Each state is looked at four times over, on the longest page of the site.
vi.setConfig({ testTimeout: 180_000 });

const harness = useHarness();

async function expectNoFaults(page: Page): Promise<void> {
  expect(await findFaultsInLooks(page, everyLook)).toEqual([]);
}

test('the picker with drafts of every kind, while another tab has written', async () => {
  const { page, context } = await openFilledList(harness);
  await store(page, { [`${prefix}future`]: '{"format":"kitei-draft/7"}', [`${prefix}old:damaged`]: 'x' });
  await page.getByRole('button', { name: '新しい下書きを始める' }).click();
  await fillHeader(page, { ...plainHeader, recipient: '長い名前の提出先'.repeat(40), company: '長'.repeat(2000) });
  await page.getByRole('button', { name: '新しい下書きを始める' }).last().click();
  await fillHeader(page, { company: '提出先のない会社' });
  await page.reload();
  const other = await context.newPage();
  await other.goto(page.url());
  await fillHeader(other, { business: '別の業務' });
  await fault(page, 'ほかのタブ').waitFor();
  expect(await picker(page).getByRole('listitem').count()).toBe(5);
  await expectNoFaults(page);
});

test('storage that is full', async () => {
  const { page } = await openFilledList(harness);
  await fillStorage(page);
  await fillHeader(page, { checker: '見本'.repeat(30) });
  await fault(page, '保存場所がいっぱいで').waitFor();
  await expectNoFaults(page);
});

test('a draft that was cleared', async () => {
  const { page } = await openFilledList(harness);
  await page.evaluate(() => localStorage.clear());
  await fillHeader(page, { checker: '見本次郎' });
  await fault(page, '消されました').waitFor();
  await expectNoFaults(page);
});

test('a shared device on which something was kept', async () => {
  const { page } = await openFilledList(harness);
  await sharedSwitch(page).check();
  await page.getByText('前に保存したものが残っています').waitFor();
  await expectNoFaults(page);
});

test('the question whether to take a PDF that cannot be trusted', async () => {
  const { page } = await harness.visit(checklistPath);
  await page.locator('[data-doubt-dialog]').evaluate((dialog) => {
    if (!(dialog instanceof HTMLDialogElement)) return;
    for (const words of dialog.querySelectorAll<HTMLElement>('[data-doubt]')) words.hidden = false;
    dialog.showModal();
  });
  await expectNoFaults(page);
});

test('the question before a draft is erased', async () => {
  const { page } = await openFilledList(harness);
  await page.reload();
  await page.getByRole('button', { name: '下書きを全部消す' }).click();
  await expectNoFaults(page);
});
