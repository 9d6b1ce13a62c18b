import { readFile } from 'node:fs/promises';
import ical from 'ical.js';
import type { Page } from 'playwright-core';
import readWorkbook from 'read-excel-file/universal';
import { expect, test } from 'vitest';
import { findFaultsInLooks, twoLooks } from './support/axe.ts';
import { useHarness, type Visitor } from './support/harness.ts';
import { onShippedSite } from './support/shipped-site.ts';
import { twoYears } from './support/two-years.ts';

onShippedSite();

const harness = useHarness();

async function openDesk(): Promise<Visitor> {
  const visitor = await harness.visit('/404.html');
  const { page, origin } = visitor;
  await page.clock.setFixedTime(new Date('2026-12-10T00:00:00Z'));
  await page.goto(`${origin}/desk/`);
  const buffer = Buffer.from(twoYears());
  await page.getByLabel('読み込む控え').setInputFiles({ name: '控え.json', mimeType: 'application/json', buffer });
  await page.getByText(/控えを読み込みました。新しいもの \d+件/).waitFor();
  return visitor;
}

/** Texts of the rows of a table, blanks made one, empty ones left out. */
function rowsOf(page: Page, body: string): Promise<string[]> {
  return page
    .locator(`${body} > tr`)
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).innerText.replace(/\s+/g, ' ').trim()));
}

async function save(page: Page, press: () => Promise<void>): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return readFile(await download.path());
}

const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '表の見方' }).getByRole('link', { name });
const chip = (page: Page, name: RegExp) => page.getByRole('button', { name });

test('a clerk has an answer to each question in two presses at the most', async () => {
  const { page } = await openDesk();
  const list = '[data-rows]';
  await chip(page, /^未提出 1$/).click();
  expect(await rowsOf(page, list)).toEqual([expect.stringContaining('戊株式会社')]);
  await chip(page, /^未提出 1$/).click();
  await chip(page, /^×あり 2$/).click();
  const crosses = [expect.stringContaining('合同会社丙'), expect.stringContaining('有限会社乙')];
  expect(await rowsOf(page, list)).toEqual(crosses);
  await chip(page, /^×あり 2$/).click();

  const table = await save(page, () => page.getByRole('button', { name: 'Excelに保存' }).click());
  const sheets = await readWorkbook(new Blob([new Uint8Array(table)]));
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['結果', '改善一覧', '会社と項目', '評価']);

  await tab(page, '改善一覧').click();
  await chip(page, /^今月が期限 1$/).click();
  expect(await rowsOf(page, '[data-mend-rows]')).toEqual([expect.stringMatching(/^合同会社丙 No\.6 教育を行い/)]);

  await tab(page, '昨年と比べる').click();
  await page.getByText('5社のうち、両方に答えがあるのは3社です。').waitFor();
  expect((await rowsOf(page, '[data-years-items]')).map((row) => row.split(' ').slice(0, 2).join(' '))).toEqual([
    '合同会社丙 戻った',
    '有限会社乙 戻った',
    '有限会社乙 予定日を過ぎた',
    '株式会社甲 改善した',
  ]);
});

test('what is written on 改善一覧 is kept, stands in the letter, and goes into table and calendar', async () => {
  const { page } = await openDesk();
  await page.getByLabel('受け付けたものを、この端末').check();
  await tab(page, '改善一覧').click();
  const mends = '[data-mend-rows]';
  // What is overdue stands on top.
  await expect
    .poll(() => rowsOf(page, mends))
    .toEqual([
      expect.stringMatching(/^有限会社乙 No\.2 .*過ぎた/),
      expect.stringMatching(/^合同会社丙 No\.6/),
      expect.stringMatching(/^有限会社乙 No\.7/),
    ]);
  // Paper says of those alone that are overdue that they are.
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('[data-mend-rows] .k-tag').locator('visible=true').allInnerTexts()).toEqual(['過ぎた']);
  await page.emulateMedia({ media: null });
  const due = page.getByLabel('済ませる期限（有限会社乙 No.7）');
  await page.getByLabel('指摘（有限会社乙 No.7）').fill('誓約書を集めてください。');
  await due.fill('来月');
  await page.keyboard.press('Tab');
  expect(await page.locator('[data-mend-wrong]:visible').innerText()).toContain('年月日の順に');
  expect(await due.inputValue()).toBe('来月');
  await due.fill('令和9年1月15日');
  await page.keyboard.press('Tab');
  // The rows stay in their places under the hand of whoever writes.
  await expect.poll(() => due.inputValue()).toBe('2027-01-15');
  expect((await rowsOf(page, mends)).at(-1)).toMatch(/^有限会社乙 No\.7/);
  // The rows are drawn anew at once.
  await page.getByLabel('済（合同会社丙 No.6）').click();
  await page.getByText('2026年12月10日', { exact: true }).waitFor();
  expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);

  await page.reload();
  await expect.poll(() => rowsOf(page, mends)).toHaveLength(2);
  expect(await page.getByLabel('指摘（有限会社乙 No.7）').inputValue()).toBe('誓約書を集めてください。');
  const days = await save(page, () => page.getByRole('button', { name: '期限を予定表（.ics）に保存' }).click());
  const events = new ical.Component(ical.parse(days.toString())).getAllSubcomponents('vevent');
  expect(events.map((event) => event.getFirstPropertyValue('summary'))).toEqual(['改善の期限: 有限会社乙 No.7']);
  const table = await save(page, () => page.getByRole('button', { name: 'Excelに保存' }).click());
  const [sheet] = await readWorkbook(new Blob([new Uint8Array(table)]));
  expect(sheet?.data.map((row) => [row[0], row[8]])).toEqual([
    ['会社名', '指摘'],
    ['有限会社乙', null],
    ['有限会社乙', '誓約書を集めてください。'],
  ]);

  await tab(page, '文書').click();
  await chip(page, /^改善のお願い 2$/).click();
  await page.getByText('2社への文書です。').waitFor();
  await page.getByText('有限会社乙', { exact: true }).locator('visible=true').click();
  const body = page.getByLabel('本文').locator('visible=true');
  await expect.poll(() => page.getByLabel('宛先').locator('visible=true').inputValue()).toBe('tanto@example.jp');
  await expect.poll(() => body.inputValue()).toContain('No.7　守秘の約束を得ている\n　状態: 未実施');
  expect(await body.inputValue()).toContain('　お願い: 誓約書を集めてください。\n　期限: 2027年1月15日');
  expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
  const text = await save(page, () => page.getByRole('button', { name: '文字だけのファイルに保存' }).click());
  expect(text.toString().match(/^件名: /gm)).toHaveLength(2);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  expect(await page.locator('.k-letters__sheet').allInnerTexts()).toEqual([
    expect.stringMatching(/^2026年12月10日\n[\s\S]*合同会社丙　御中/),
    expect.stringContaining('有限会社乙　御中'),
  ]);
});

test('the rule holds for all at once, an exception asks for its reason, and the tree says what is missing below', async () => {
  const { page } = await openDesk();
  await tab(page, '評価').click();
  const rows = '[data-judge-rows]';
  await page.getByLabel('合格の決め方', { exact: true }).locator('visible=true').selectOption('all');
  await page.getByRole('button', { name: 'この決め方にする' }).click();
  await chip(page, /^基準を満たす 1$/).waitFor();
  await chip(page, /^基準を満たさない 2$/).waitFor();
  expect(await page.locator('[data-tree]').innerText()).toMatch(
    /株式会社甲\s+済\s+再委託先2社のうち、届いていないもの: 丁商店、戊株式会社/,
  );
  await page.getByRole('button', { name: '評価の決まった3社に書く' }).click();
  await page.getByText('3社に次の評価日を書きました。').waitFor();
  await page.locator(rows).getByRole('button', { name: '有限会社乙' }).click();
  const dialog = page.getByRole('dialog', { name: '有限会社乙' });
  await dialog.getByRole('link', { name: '「委託先の評価」で判断する' }).waitFor();
  const paper = await dialog.getByRole('link', { name: /評価・承認の記録/ }).getAttribute('href');
  expect(decodeURIComponent(paper ?? '')).toContain('"contractor":"有限会社乙"');
  await dialog.getByLabel('評価', { exact: true }).selectOption('pass');
  await dialog.getByRole('button', { name: 'この内容を残す' }).click();
  await dialog.getByText('そう決めたわけを入力してください。').waitFor();
  await dialog.getByLabel('そう決めたわけ').fill('代わりの対策を確かめた');
  expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
  await dialog.getByRole('button', { name: 'この内容を残す' }).click();
  await dialog.waitFor({ state: 'detached' });
  await chip(page, /^基準を満たす 2$/).waitFor();
  expect((await rowsOf(page, rows)).find((row) => row.startsWith('有限会社乙'))).toMatch(
    /基準を満たす（担当者が決定） 代わりの対策を確かめた 2027年12月10日$/,
  );
  const register = await page.getByRole('link', { name: /「委託先の一覧.*」に移す/ }).getAttribute('href');
  expect(decodeURIComponent(register ?? '')).toContain('"next":"2027-12-10"');
  const days = await save(page, () => page.getByRole('button', { name: '予定表（.ics）に保存' }).click());
  expect(days.toString().match(/^SUMMARY:次の評価/gm)).toHaveLength(3);
});
