import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importList } from '../../src/importer/list/import-list.ts';
import * as form from '../browser/support/checklist.ts';
import { launchBrowser } from '../browser/support/launch.ts';
import { type SiteServer, serveSite } from '../browser/support/serve.ts';
import { verifyOnCommandLine } from '../browser/support/verify.ts';
import { otherSheets, sixtyRows } from '../importer/list/sixty-rows.ts';
import { makeXlsx } from '../support/xlsx.ts';
import { type BuiltCopy, buildCopy } from './support/build-copy.ts';

/** A site with a company's own lists: one with answers of every kind, one of 56 questions out of Excel. */
let built: BuiltCopy;
let browser: Browser;
let server: SiteServer;
let page: Page;

beforeAll(async () => {
  built = await buildCopy(async (content) => {
    await cp('test/fixtures/checklists', join(content, 'checklists'), { recursive: true });
    const bytes = makeXlsx([sixtyRows, ...otherSheets]);
    const { files } = importList({ name: 'list.xlsx', bytes, id: 'supplier', before: new Map() });
    await writeFile(join(content, 'checklists/supplier.yaml'), files.get('checklists/supplier.yaml') ?? '');
  });
  [browser, server] = await Promise.all([launchBrowser(), serveSite(built.site)]);
  const context = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
  context.setDefaultTimeout(20_000);
  page = await context.newPage();
}, 900_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await built?.remove();
});

const item = (number: string) =>
  page.getByRole('group', { name: new RegExp(`^No\\.${number.replace(/[()]/g, '\\$&')}(?![\\d-])`) });
const answerOf = (number: string) => item(number).getByRole('textbox', { name: '回答' });

test('answers of every kind are kept, checked, reviewed, signed and verified', async () => {
  await page.goto(`${server.origin}/checklists/own-list/`);
  await form.fillHeader(page, form.plainHeader);
  await item('1-1').getByRole('radio', { name: '実施', exact: true }).check();
  await answerOf('1-2').fill('約1,200人');
  await answerOf('1-3').fill('令和8年4月1日');
  await item('1-3').getByRole('textbox', { name: '記録の名前' }).fill('改定履歴 第7版');
  await item('(2)').getByRole('radio', { name: '検討している' }).check();
  await item('(2)').getByRole('textbox', { name: '備考' }).fill('来年度から');
  await item('A3').getByRole('checkbox', { name: '紙' }).check();
  await item('A3').getByRole('checkbox', { name: 'クラウド' }).check();

  // What was typed survives the page, and a number that is none is told at its field.
  await page.reload();
  expect(await answerOf('1-2').inputValue()).toBe('約1,200人');
  expect(await item('A3').getByRole('checkbox', { name: 'USBメモリ' }).isChecked()).toBe(false);
  expect(await item('A3').getByRole('checkbox', { name: 'クラウド' }).isChecked()).toBe(true);
  expect(await page.locator('[data-answered-all]').textContent()).toBe('5');
  await form.nextButton(page).click();
  await form
    .errorSummary(page)
    .getByRole('link', { name: /^No\.1-2 の回答は、数字だけで/ })
    .click();
  expect(await answerOf('1-2').evaluate((field) => field === document.activeElement)).toBe(true);
  await answerOf('1-2').fill('1,200人');

  await form.goToReview(page);
  const summary = page.locator('[data-summary]');
  await expect.poll(() => summary.textContent()).toContain('1200 人');
  expect(await summary.textContent()).toContain('回答していない項目が 1 件あります（No 3）');
  expect(await summary.textContent()).not.toContain('要旨です');
  // 変更 leads back to the answer.
  await summary.getByRole('button', { name: /変更\s*（No\.\s*3\s*）/ }).click();
  expect(await answerOf('3').evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type('気づいた者が上長へ。');
  await form.goToReview(page);
  const file = await form.sign(page);
  expect(file.name).toBe('取引先の情報管理に関する質問票_見本商事株式会社_20250401.pdf');
  expect(await verifyOnCommandLine(file, built.site)).toMatchObject({ state: 'sound', match: { kind: 'equal' } });

  await page.goto(`${server.origin}/verify/`);
  const buffer = Buffer.from(file.bytes);
  await page.getByLabel('調べるPDFを選ぶ').setInputFiles({ name: file.name, mimeType: 'application/pdf', buffer });
  const row = page.getByRole('row', { name: new RegExp(file.name) });
  await row.waitFor();
  expect(await row.textContent()).toContain('一致');
  const csv = await form.catchDownload(page, () => page.getByRole('button', { name: /CSV/ }).click());
  const text = new TextDecoder().decode(csv.bytes);
  for (const expected of ['1200 人', '検討している', '2026年4月1日', '"紙\nクラウド"'])
    expect(text).toContain(expected);
}, 300_000);

test('another day’s answers begin from a file, and nothing of it is lost', async () => {
  await page.goto(`${server.origin}/checklists/own-list/`);
  const kept = await form.catchDownload(page, () =>
    page.getByRole('button', { name: '途中の回答をファイルに保存' }).click(),
  );
  await page.getByRole('button', { name: '新しく始める' }).first().click();
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '昨年の回答から始める' }).click();
  const answers = { name: 'last.json', mimeType: 'application/json', buffer: Buffer.from(kept.bytes) };
  await (await chosen).setFiles(answers);
  await page.getByRole('status').getByText('6項目を引き継ぎました').waitFor();
  expect(await answerOf('3').inputValue()).toBe('気づいた者が上長へ。');
});

test('a list out of Excel stands on the home page with what it is for, is found, and names no other document', async () => {
  const home = await readFile(join(built.site, 'index.html'), 'utf8');
  expect(home).toContain('委託を受けた会社の担当者が、毎年4月に記入します。');
  const html = await readFile(join(built.site, 'checklists/supplier/index.html'), 'utf8');
  const text = html.replace(/<(script|style|template)\b[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, '');
  expect(text).toContain('全部で56項目です。');
  for (const other of ['もとのリスト', 'このサイトで加えた欄', 'もとの規定', 'この業務では'])
    expect(text).not.toContain(other);
  expect(text.replace(/規程のサンプル|情報セキュリティ規程集/g, '')).not.toContain('の要旨です。正文ではありません');
});
