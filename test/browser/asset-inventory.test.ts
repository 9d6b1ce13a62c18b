import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { toSerial } from '../../src/core/text/excel-day.ts';
import { type CellSpec, makeXlsx } from '../support/xlsx.ts';
import { findFaultsInLooks, overflowOf, twoLooks } from './support/axe.ts';
import { catchDownload } from './support/checklist.ts';
import { type Plan, paperLink, resultHeading, resultPath } from './support/decision.ts';
import { useHarness } from './support/harness.ts';
import { act, fieldOf, openDialog, rowOf, titles, told, writeEntry } from './support/register.ts';
import { onShippedSite } from './support/shipped-site.ts';

onShippedSite();

const harness = useHarness();
const path = '/registers/company-asset-inventory/';
const count = 500;
const departments = ['営業部', '総務部', '人事部', '開発部'];
const retentions = ['5年', '契約終了後1年', '2025年3月', '永久'];
const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });
const which = (page: Page): Locator => page.getByLabel('どの記録');
const department = (page: Page): Locator => page.getByLabel('管理部署', { exact: true });
const words = (page: Page): Locator => page.getByLabel('言葉で探す');
const goTo = (page: Page, to: string) => page.goto(new URL(to, page.url()).href);

/** As an organisation keeps it: a merged title, readings of names, numbers that begin with noughts, days of Excel. */
function makeBook(): Uint8Array {
  const heads = ['管理番号', '情報資産名称', '管理部署', '利用者範囲', '媒体・保存先', '保存期限', '登録日', '備考'];
  const cells: Record<string, CellSpec> = { A1: { text: '情報資産管理台帳', ruby: 'ジョウホウシサン' } };
  const put = (row: number, texts: readonly CellSpec[]) => {
    for (const [at, text] of texts.entries()) if (text !== '') cells[`${'ABCDEFGH'[at]}${row}`] = text;
  };
  put(3, heads);
  for (let index = 0; index < count; index += 1) {
    const department = departments[index % departments.length] ?? '';
    put(4 + index, [
      `00${index + 1}`,
      { text: `${department}の名簿 ${index + 1}`, ruby: 'メイボ' },
      department,
      index % 2 === 0 ? department : '全社',
      { rich: ['書類', index % 3 === 0 ? '（書庫）' : '（キャビネット）'] },
      retentions[index % retentions.length] ?? '',
      { serial: toSerial('2020-04-01') + index, format: 'yyyy/m/d' },
      index % 10 === 0 ? '=見直し中' : '',
    ]);
  }
  return makeXlsx([{ name: '台帳', cells, merges: ['A1:H1'] }]);
}

async function give(page: Page, name: string, content: Uint8Array): Promise<void> {
  const field = page.getByLabel('控え、Excel・CSV の表、署名した PDF');
  await field.waitFor();
  await field.setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) });
}

/** From the decision that the list leads to, to its result, and back. */
async function decide(page: Page, answers: Plan): Promise<void> {
  await page.waitForURL('**/decisions/confidentiality/**');
  await goTo(page, resultPath('confidentiality', answers));
  await resultHeading(page).waitFor();
  await paperLink(page, '情報資産管理台帳').click();
  await openDialog(page).waitFor();
}

test('500 assets come in from Excel, are graded, go out, and come in again unchanged', async () => {
  const { page } = await harness.visit('/keys/', { viewport: { width: 375, height: 800 } });
  await page.clock.install({ time: new Date('2026-11-30T03:00:00Z') });
  await goTo(page, path);
  await give(page, '台帳.xlsx', makeBook());
  const sheet = page.getByRole('region', { name: '表の読み方を確かめる' });
  await sheet.getByText('読める行 500: 新しい 500、書き足す・変わる 0、同じ 0、食い違う 0。').waitFor();
  await button(page, '取り込む').click();
  await told(page).getByText('新しい 500 件を加えました。').waitFor();

  // What is kept too long comes first; what says so in words that cannot be counted is told.
  const options = await which(page).locator('option').allTextContents();
  expect(options).toEqual(
    expect.arrayContaining([
      '機密性評価値のないもの 500 件',
      '保存期限を過ぎたもの（処分するもの） 250 件',
      '保存期限を読み取れないもの 125 件',
    ]),
  );
  await rowOf(page, '名簿 1').first().getByText('保存期限（2025年3月31日）を過ぎています').waitFor();
  await which(page).selectOption('unread');
  await page.getByText('125 件（うち').waitFor();
  expect(await rowOf(page, '名簿').first().innerText()).toContain('「保存期限」を読み取れません。');

  // One by one, the next one offered.
  await which(page).selectOption('without:grade');
  await department(page).selectOption('営業部（125 件）');
  await words(page).fill('管理番号: 00497');
  expect(await titles(page)).toEqual(['営業部の名簿 497']);
  await rowOf(page, '営業部の名簿 497').getByRole('link', { name: '機密性を決める' }).click();
  await decide(page, { criteria: ['number', 'personal'], form: ['paper'] });
  expect(await fieldOf(page, 'grade').inputValue()).toBe('2');
  expect(await fieldOf(page, 'grade-reason').inputValue()).toMatch(
    /^判断「情報の機密性」版 2\n次のうち、.*: 個人番号か、特定個人情報等を含む、個人データを含む$/,
  );
  await writeEntry(page, {});
  await page.getByText('機密性評価値のない情報資産が、あと 499 件あります。').waitFor();
  await words(page).fill('名簿 49');
  expect(await overflowOf(page)).toBe(0);
  expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
  await button(page, '次の情報資産の機密性を決める').click();
  await decide(page, { criteria: [], business: 'large', form: [] });
  await writeEntry(page, {});
  await page.getByText('機密性評価値のない情報資産が、あと 498 件あります。').waitFor();

  // Several with the same answers, then all that are left.
  await button(page, '機密性評価値のないものを見る').click();
  await department(page).selectOption('人事部（125 件）');
  await button(page, 'いくつかを選んで機密性を決める').click();
  await button(page, '選んだものの機密性を決める').click();
  await told(page).getByText('先に、一覧で印を付けてください。').waitFor();
  await words(page).fill('名簿 495');
  await rowOf(page, '名簿 495').getByLabel('選ぶ').check();
  await page.getByText('選んだ情報資産 1 件').waitFor();
  expect(await overflowOf(page)).toBe(0);
  expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
  await words(page).fill('');
  await button(page, '表示している一覧を全部選ぶ').click();
  await page.getByText('選んだ情報資産 125 件').waitFor();
  await button(page, '選んだものの機密性を決める').click();
  await decide(page, { criteria: ['personal'], form: ['paper'] });
  const same = page.getByRole('dialog', { name: '選んだ情報資産 125 件に書き入れる' });
  await same.getByText('ほか 105 件').waitFor();
  await same.getByText('個人データを含む').waitFor();
  expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
  await same.getByRole('button', { name: '全部に書き入れる' }).click();
  await told(page).getByText('125 件に書き入れました。').waitFor();
  await page.getByText('機密性評価値のない情報資産が、あと 373 件あります。').waitFor();
  await button(page, '機密性評価値のないものを見る').click();
  await button(page, 'いくつかを選んで機密性を決める').click();
  await button(page, '表示している一覧を全部選ぶ').click();
  await button(page, '選んだものの機密性を決める').click();
  await decide(page, { criteria: [], business: 'slight', form: [] });
  await openDialog(page).getByRole('button', { name: '全部に書き入れる' }).click();
  await told(page).getByText('373 件に書き入れました。').waitFor();
  expect(await page.getByText('機密性評価値のない情報資産が、あと').isVisible()).toBe(false);

  // By hand it says so, in the entry and in its history.
  await words(page).fill('名簿 497');
  await act(page, '名簿 497', '直す').click();
  await fieldOf(page, 'grade').selectOption('1');
  expect(await fieldOf(page, 'grade-reason').inputValue()).toBe('手で入力');
  await writeEntry(page, {});
  await rowOf(page, '名簿 497').getByText('手で入力').waitFor();
  await act(page, '名簿 497', '経過').click();
  await openDialog(page).getByText('判断「情報の機密性」版 2').first().waitFor();
  await page.keyboard.press('Escape');

  // Out, and in again.
  await words(page).fill('');
  const file = await catchDownload(page, () => button(page, 'Excel に書き出す').click());
  await told(page).getByText('表示している一覧 500 件を書き出しました。').waitFor();
  await give(page, file.name, file.bytes);
  await sheet.getByText('読める行 500: 新しい 0、書き足す・変わる 0、同じ 500、食い違う 0。').waitFor();
  await button(page, '取り込む').click();
  await told(page).getByText('新しく取り込むものは、ありませんでした（同じ記録 500 件）。').waitFor();
  // And so does the organisation's own, which knows nothing of grades.
  await give(page, '台帳.xlsx', makeBook());
  await sheet.getByText('読める行 500: 新しい 0、書き足す・変わる 0、同じ 500、食い違う 0。').waitFor();
});
