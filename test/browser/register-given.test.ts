import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { toWholeAddress } from '../../src/core/form/fill-address.ts';
import type { FormRow } from '../../src/record/v1/form/answers.ts';
import { writeStoredDraft } from '../../src/stores/draft-format.ts';
import { findFaultsInLooks, overflowOf, twoLooks } from './support/axe.ts';
import { reviewHeading, sign } from './support/checklist.ts';
import { paperLink, resultHeading, resultPath } from './support/decision.ts';
import { useHarness } from './support/harness.ts';
import {
  act,
  fieldOf,
  madeEntry,
  openDialog,
  putRecords,
  readRecords,
  registerId,
  registerPath,
  rowOf,
  titles,
  told,
  whole,
  writeEntry,
} from './support/register.ts';
import { onShippedSite } from './support/shipped-site.ts';
import { verifyOnCommandLine } from './support/verify.ts';

onShippedSite();

const harness = useHarness();
const fillOf = (...rows: FormRow[]): string =>
  toWholeAddress({ header: { company: '見本商事株式会社' }, fields: {}, tables: { entries: rows } }) ?? '';
const row = (id: string, cells: Readonly<Record<string, string>>): FormRow => ({ id, cells: { ...cells } });
const goTo = (page: Page, path: string) => page.goto(new URL(path, page.url()).href);
/** A fragment alone would not load the page anew. */
async function open(page: Page, hash: string): Promise<void> {
  await goTo(page, '/keys/');
  await goTo(page, registerPath + hash);
}
const entriesOf = async (page: Page) => Object.keys(await readRecords(page)).filter((key) => !key.startsWith('/'));

test('a stick goes out for Nerima, comes back a week later, and the month is signed', async () => {
  const answers = { carrier: 'small', content: 'empty', clients: ['nerima'] };
  const { page } = await harness.visit('/keys/', { viewport: { width: 375, height: 800 } });
  await page.clock.install({ time: new Date('2026-11-02T00:00:00Z') });
  await goTo(page, resultPath('take-out', answers));
  await resultHeading(page).waitFor();
  await paperLink(page, '管理簿（記録媒体の持ち出し）').click();
  await page.waitForURL(`**${registerPath}**`);
  await openDialog(page).waitFor();
  expect(new URL(page.url()).hash).toBe('');
  expect(await fieldOf(page, 'content').inputValue()).toBe('情報は入れない');
  expect(await overflowOf(page)).toBe(0);
  await openDialog(page)
    .getByRole('button', { name: /今の時刻/ })
    .first()
    .click();
  const { content: _, 'taken-at': __, ...rest } = whole;
  await writeEntry(page, { content: 'なし（USB メモリ 3号）', ...rest });
  await told(page).getByText('USB メモリ 3号').waitFor();
  expect(await rowOf(page, 'USB').getByText('返却待ち').isVisible()).toBe(true);

  await page.clock.setSystemTime(new Date('2026-11-09T08:00:00Z'));
  await page.reload();
  await act(page, 'USB', '返却を記録').click();
  await openDialog(page)
    .getByRole('button', { name: /今の時刻/ })
    .click();
  await writeEntry(page, { 'return-checker': '例示太郎' });
  await rowOf(page, 'USB').getByText('返却済み').waitFor();
  expect((await rowOf(page, 'USB').innerText()).replace(/\s+/g, ' ')).toMatch(/返却日時 ?2026年11月9日 17:0\d/);

  await page.getByLabel('どの期間の書類か').selectOption('今月');
  await page.locator('[data-header="company"]').fill('見本商事株式会社');
  await page.locator('[data-header="checker"]').fill('見本花子');
  await page.getByRole('button', { name: '今日の日付を入れる' }).click();
  await page.getByRole('button', { name: '書類を確かめる' }).click();
  await reviewHeading(page).waitFor();
  expect(await page.locator('[data-summary]').innerText()).toContain('USB メモリ 3号');
  await page.locator('[data-summary]').getByText('令和8年11月1日から令和8年11月30日まで').waitFor();
  expect(await verifyOnCommandLine(await sign(page))).toMatchObject({ state: 'sound', match: { kind: 'equal' } });
});

describe('what an address hands over', () => {
  test('one row alone is opened filled in, stays half typed when it is closed, and comes in once', async () => {
    const { page } = await harness.visit(
      registerPath + fillOf(row('r1', { content: 'USB メモリ 5号', use: '打合せ' })),
    );
    await openDialog(page).waitFor();
    expect(await fieldOf(page, 'use').inputValue()).toBe('打合せ');
    await page.keyboard.press('Escape');
    await page.reload();
    await page.getByRole('button', { name: '続きを書く' }).click();
    await writeEntry(page, { ...whole, content: 'USB メモリ 5号' });
    await expect.poll(() => titles(page)).toEqual(['USB メモリ 5号']);
    expect(await page.locator('[data-header="company"]').inputValue()).toBe('見本商事株式会社');
    await open(page, fillOf(row('r1', { content: 'USB メモリ 5号', use: '打合せ' })));
    await told(page).getByText('渡された 1 件は、もう管理簿にあります。').waitFor();
    expect(await entriesOf(page)).toHaveLength(1);
  });

  test('several are shown and taken, and what lacks something is opened after them', async () => {
    const { page } = await harness.visit('/keys/');
    const rows = [row('a', whole), row('b', { ...whole, content: '帳票' }), row('c', { content: '名簿' })];
    const value = {
      ...{ format: 'kitei-answers/1', kind: 'form', form: registerId, version: 1, case: 'abc123', fields: {} },
      header: { company: '', checker: '', checkedOn: '', recipient: '', business: '' },
      tables: { entries: rows },
    };
    const at = '2026-11-30T00:00:00.000Z';
    const text = writeStoredDraft({ startedAt: at, savedAt: at, value });
    await page.evaluate(
      ([key, text]) => localStorage.setItem(key ?? '', text ?? ''),
      [`kitei:/:form:${registerId}:abc123`, text],
    );
    await open(page, '#draft=abc123');
    const dialog = page.getByRole('dialog', { name: '取り込みますか' });
    await dialog.getByText('渡された記録 3 件（うち 1 件は、足りない欄がある').waitFor();
    await dialog.getByRole('button', { name: '取り込む' }).click();
    await page.getByRole('dialog', { name: '持ち出しを加える' }).waitFor();
    expect(await fieldOf(page, 'content').inputValue()).toBe('名簿');
    await writeEntry(page, { ...whole, content: '名簿' });
    await expect.poll(async () => (await titles(page)).sort()).toEqual(['USB メモリ 3号', '名簿', '帳票']);
    await open(page, '#draft=abc123');
    await told(page).getByText('渡された 3 件は、もう管理簿にあります。').waitFor();
    expect(await entriesOf(page)).toHaveLength(3);
  });

  test('that is none of this register says so, and changes nothing', async () => {
    const { page } = await harness.visit(`${registerPath}#fill=%7B%22x%22%3A1%7D`);
    await told(page).getByText('この管理簿の形ではないため使えませんでした').waitFor();
    await open(page, '#draft=gone');
    await told(page).getByText('この端末にありません').waitFor();
    await page.getByLabel('共用の端末を使っている（この端末に何も残さない）').check();
    await open(page, '#draft=gone');
    await told(page).getByText('下書きは使いません').waitFor();
    expect(await entriesOf(page)).toEqual([]);
  });
});

test('a paper that was made goes into the register that takes it, once, with its number', async () => {
  const register = 'company-takeout-register';
  const fields = {
    ...{ grade: '社外秘', content: '名簿', name: 'USB メモリ 7号', use: '打合せ', destination: '区役所' },
    ...{ 'period-from': '2026-12-01', 'period-until': '2026-12-08' },
  };
  const header = { company: '見本商事株式会社', checker: '見本花子', checkedOn: '2026-11-30', recipient: '部門長' };
  const hash = toWholeAddress({ header, fields, tables: {} }) ?? '';
  const { page } = await harness.visit(`/forms/company-takeout-request/${hash}`, {
    viewport: { width: 320, height: 700 },
  });
  await page.getByText('新しい書類を始めました').waitFor();
  await page.locator('[data-header="checkedOn"]').fill('2026-11-30');
  await page.getByRole('button', { name: '次へ（内容を確認する）' }).click();
  await reviewHeading(page).waitFor();
  const put = page.getByRole('button', { name: '「情報資産の持ち出しの記録（自社）」に書き入れる' });
  expect(await put.isVisible()).toBe(false);
  await sign(page);
  await put.click();
  const said = page.locator('[data-into-said]');
  await said.getByText('新しい記録 1 件を書き入れました。').waitFor();
  await said.getByText('1 件には、この書類にない欄があります。').waitFor();
  expect(await overflowOf(page)).toBe(0);
  expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
  await put.click();
  await said.getByText('1 件は、もう管理簿にあります。').waitFor();
  const [entry] = Object.entries(await readRecords(page, register)).flatMap(([key, value]) =>
    key.startsWith('/') ? [] : [value],
  );
  expect(entry).toMatchObject({
    states: [
      { from: expect.stringMatching(/^文書番号 [0-9A-F-]{14}$/), by: '見本花子', cells: { name: 'USB メモリ 7号' } },
    ],
  });
  await said.getByRole('link', { name: '管理簿を開く' }).click();
  await expect.poll(() => titles(page)).toEqual([expect.stringContaining('USB メモリ 7号')]);
});

test('a paper on a shared device goes into a register of another window, and nothing is kept', async () => {
  const id = 'company-takeout-register';
  const fields = { grade: '社外秘', content: '名簿', name: 'USB メモリ 8号', use: '打合せ', destination: '区役所' };
  const days = { 'period-from': '2026-12-01', 'period-until': '2026-12-08' };
  const header = { company: '見本商事株式会社', checker: '見本花子', recipient: '部門長' };
  const hash = toWholeAddress({ header, fields: { ...fields, ...days }, tables: {} }) ?? '';
  const { page, context } = await harness.visit('/forms/company-takeout-request/');
  await page.getByLabel('共用の端末を使っている（この端末に何も残さない）').check();
  await page.evaluate((fill) => {
    location.hash = fill;
  }, hash);
  await page.getByText('新しい書類を始めました').waitFor();
  await page.locator('[data-header="checkedOn"]').fill('2026-11-30');
  await page.getByRole('button', { name: '次へ（内容を確認する）' }).click();
  await reviewHeading(page).waitFor();
  await page.getByRole('button', { name: '署名せずに PDF を作る' }).click();
  const opened = context.waitForEvent('page');
  await page.getByRole('button', { name: '「情報資産の持ち出しの記録（自社）」に書き入れる' }).click();
  const other = await opened;
  await openDialog(other).waitFor();
  expect(await fieldOf(other, 'name').inputValue()).toBe('USB メモリ 8号');
  await page.getByText('残さずに別の窓の管理簿へ渡しました。').waitFor();
  await other.keyboard.press('Escape');
  expect(await readRecords(other, id)).toEqual({});
});

test('a row leads to the decision about it, whose result comes back, and to other registers with its name', async () => {
  const inventory = 'company-asset-inventory';
  const { page } = await harness.visit('/keys/', { viewport: { width: 375, height: 800 } });
  await page.clock.install({ time: new Date('2026-11-30T06:30:00Z') });
  const cells = { asset: '顧客名簿', department: '営業部', users: '営業部', grade: '1', 'reviewed-on': '2026-11-01' };
  const late = { ...cells, asset: '見積書', 'next-review': '2026-11-29' };
  await putRecords(page, { a1: madeEntry('a1', cells), a2: madeEntry('a2', late) }, inventory);
  await goTo(page, `/registers/${inventory}/`);
  await expect.poll(() => titles(page)).toEqual(['見積書', '顧客名簿']);
  expect(await overflowOf(page)).toBe(0);
  expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
  await rowOf(page, '顧客名簿').getByRole('link', { name: '機密性を決める' }).click();
  await page.waitForURL('**/decisions/confidentiality/**');
  await goTo(page, resultPath('confidentiality', { criteria: ['personal'], form: ['paper'] }));
  await resultHeading(page).waitFor();
  await paperLink(page, '情報資産管理台帳').click();
  const dialog = page.getByRole('dialog', { name: '情報資産の記録を直す' });
  await dialog.getByText('顧客名簿').waitFor();
  expect(await fieldOf(page, 'grade').inputValue()).toBe('2');
  expect(await dialog.getByLabel('直した訳').inputValue()).toBe('機密性を決める');
  await writeEntry(page, {});
  await expect
    .poll(async () => (await rowOf(page, '顧客名簿').innerText()).replace(/\s+/g, ' '))
    .toMatch(/機密性評価値 ?2 等級の根拠 ?判断「情報の機密性」版 \d+ .*: 個人データを含む/);
  await rowOf(page, '顧客名簿').getByRole('link', { name: '持ち出しの記録に書く' }).click();
  await page.waitForURL('**/registers/company-takeout-register/**');
  await openDialog(page).waitFor();
  expect(await fieldOf(page, 'content').inputValue()).toBe('顧客名簿');
});
