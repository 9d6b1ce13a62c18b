import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { findFaultsInLooks, twoLooks } from './support/axe.ts';
import { readStorage } from './support/drafts.ts';
import { useHarness } from './support/harness.ts';
import { printPage, squeeze } from './support/read-pdf.ts';
import { onShippedSite } from './support/shipped-site.ts';

onShippedSite();

const harness = useHarness();
const contractPath = '/documents/outsourcing-contract/';

test('without scripts the whole draft is read and printed, and says whose words it is in', async () => {
  const { page } = await harness.visit(contractPath, { javaScriptEnabled: false });
  expect(await page.locator('[data-begin]').isVisible()).toBe(false);
  const pdf = await printPage(page);
  const text = squeeze(pdf.text);
  for (const words of ['要旨をもとにした案です', '第1条(機密保持)', '第8条(その他)', '別表2'])
    expect(text).toContain(squeeze(words));
  expect(text).not.toContain(squeeze('空欄に入れること'));
  await pdf.close();
});

test('clauses are chosen and filled in, kept over a reload, and come out as a Word file', async () => {
  const { page } = await harness.visit(contractPath);
  await page.getByRole('button', { name: 'この案に書き込む' }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('空欄に入れること');
  await page.getByLabel('最初の条の番号').fill('三');
  await page.getByText('最初の条の番号は、1から999までの数字だけで書いてください').waitFor();
  await page.getByLabel('最初の条の番号').fill('1');
  await page.getByText('最初の条の番号は、').waitFor({ state: 'hidden' });
  await page.getByLabel('乙（委託先）').fill('株式会社委託先');
  await page.getByLabel('別表1 甲が機密と指定して開示する情報').fill('名簿\n図面');
  await page.getByRole('checkbox', { name: '再委託' }).uncheck();
  const sheet = page.locator('.k-folio');
  await expect.poll(() => sheet.innerText()).toContain('第2条（権利義務の譲渡）');
  expect(await sheet.innerText()).not.toContain('再委託先');
  expect(await page.locator('document-tool [data-missing]').innerText()).toContain('再委託についての事項');
  expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);

  await page.reload();
  // A draft is there: the page goes on with it at once.
  await expect.poll(() => page.getByLabel('乙（委託先）').inputValue()).toBe('株式会社委託先');
  await expect.poll(() => sheet.innerText()).toContain('株式会社委託先（以下「乙」という。）');
  expect(
    Object.keys(await readStorage(page)).some((key) => key.startsWith('kitei:/:document:outsourcing-contract:')),
  ).toBe(true);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Word（.docx）にする' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^業務委託契約の条項（案）_株式会社委託先_\d{8}\.docx$/);
  const files = unzipSync(new Uint8Array(await readFile(await download.path())));
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]+>/g, '');
  for (const words of ['要旨をもとにした案です', '株式会社委託先', '第2条（権利義務の譲渡）', '名簿', '図面'])
    expect(xml).toContain(words);
  expect(xml).not.toContain('再委託');

  await page.getByRole('button', { name: '入力を消す' }).click();
  await page.getByRole('button', { name: '消す', exact: true }).click();
  await expect.poll(() => page.getByLabel('乙（委託先）').inputValue()).toBe('');
  expect(Object.keys(await readStorage(page)).filter((key) => key.startsWith('kitei:'))).toEqual([]);
});

test('a chart is drawn from roles and people on the way to the signed paper', async () => {
  const { page } = await harness.visit('/forms/company-committee/');
  const blank = page.locator('.k-blank .k-chart');
  expect(await blank.getByRole('img', { name: '2 体制図' }).count()).toBe(1);
  await page.locator('#company').fill('見本商事');
  await page.locator('#checker').fill('見本 花子');
  await page.locator('#checkedOn').fill('2026-11-30');
  await page.getByRole('button', { name: '役職の行を加える' }).click();
  const cell = (row: number, column: string) =>
    page.locator(`[data-rows] > *:nth-child(${row}) [data-answer="${column}"] [data-given]`);
  for (const [row, role, name] of [
    [1, '情報セキュリティ責任者', '山田 太郎'],
    [2, '教育責任者', '鈴木 次郎'],
  ] as const) {
    await cell(row, 'role').fill(role);
    await cell(row, 'name').fill(name);
  }
  await page.getByRole('button', { name: /^次へ/ }).click();
  const chart = page.locator('[data-review] .k-chart');
  await chart.getByRole('img', { name: '2 体制図' }).waitFor();
  expect(await chart.locator('text').allTextContents()).toEqual([
    '情報セキュリティ責任者',
    '山田 太郎',
    '教育責任者',
    '鈴木 次郎',
  ]);
  expect(await chart.locator('ul ul li').textContent()).toBe('教育責任者　鈴木 次郎');
});
