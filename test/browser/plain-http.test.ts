import { expect, test } from 'vitest';
import { allAnswered, rareHeader } from './support/answers.ts';
import {
  answerItems,
  catchDownload,
  checklistPath,
  fillHeader,
  goToReview,
  readForm,
  signButton,
  toFormContent,
  unsignedButton,
} from './support/checklist.ts';
import { useHarness } from './support/harness.ts';
import { printPage, readPdf, squeeze } from './support/read-pdf.ts';

// http://intranet.test: no secure context, so no crypto.subtle, as on many a company's own server.
const harness = useHarness();

test('a provision is read and found by search', async () => {
  const { page } = await harness.visit('/nerima/#a16-i2', { intranet: true });
  expect(await page.evaluate(() => [isSecureContext, globalThis.crypto.subtle === undefined])).toEqual([false, true]);
  expect(await page.locator('[id="a16-i2"]').textContent()).toContain('第16条第2号');
  await page.keyboard.press('Control+k');
  await page.getByLabel('調べたい言葉').fill('暗号化');
  await page.getByRole('dialog').getByRole('listitem').first().waitFor();
});

test('the list is answered, kept over a reload, shown for review and printed', async () => {
  const { page } = await harness.visit(checklistPath, { intranet: true });
  await fillHeader(page, rareHeader);
  await answerItems(page, allAnswered);
  await page.reload();
  expect(await readForm(page)).toEqual(toFormContent(rareHeader, allAnswered));
  await goToReview(page);
  const paper = await printPage(page);
  expect(squeeze(paper.text)).toContain(squeeze('No.20 は手順がまだない。'.replace('20', '19')));
  await paper.close();
});

test('where one signs, the page says what is missing and what to do, and makes an unsigned PDF', async () => {
  const { page } = await harness.visit(checklistPath, { intranet: true });
  await fillHeader(page, rareHeader);
  await answerItems(page, allAnswered);
  await goToReview(page);
  expect(await signButton(page).isVisible()).toBe(false);
  expect(await page.getByText('このアドレス（http）では署名できません。').isVisible()).toBe(true);
  expect(await page.getByText(/https で始まるアドレス/).isVisible()).toBe(true);
  const { bytes } = await catchDownload(page, () => unsignedButton(page).click());
  const pdf = await readPdf(bytes);
  expect(pdf.text).toContain(rareHeader.company);
  await pdf.close();
});
