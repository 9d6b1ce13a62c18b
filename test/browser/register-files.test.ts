import { strToU8, zipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/core/register/entry.ts';
import { beginEntry, withState } from '../../src/core/register/merge.ts';
import { writeRegister } from '../../src/core/register/read-register.ts';
import { findFaultsInLooks, overflowOf, twoLooks } from './support/axe.ts';
import { catchDownload, goToReview, type HandedOut, sign } from './support/checklist.ts';
import { useHarness } from './support/harness.ts';
import { onShippedSite } from './support/shipped-site.ts';

onShippedSite();

const harness = useHarness();
const form = 'nerima-removal-register';
const path = `/registers/${form}/`;

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });
const results = (page: Page): Locator => page.locator('[data-files-results]');
const done = (page: Page): Locator => page.locator('register-list [data-done]');
const titles = (page: Page): Promise<string[]> => page.locator('[data-rows] .k-entry__n b').allTextContents();
async function give(page: Page, ...files: { name: string; content: Uint8Array | string }[]): Promise<void> {
  const field = page.getByLabel('控え、Excel・CSV の表、署名した PDF');
  // It shows itself once it listens.
  await field.waitFor();
  await field.setInputFiles(files.map(({ name, content }) => ({ name, mimeType: '', buffer: Buffer.from(content) })));
}
const giveBack = (page: Page, { name, bytes }: HandedOut) => give(page, { name, content: bytes });

const table = [
  '持出管理簿,,,,,,',
  '品名,持出日時,持出者,承認者,使用目的,行先,色',
  'USB-1,2026/11/2 9:00,見本花子,見本次郎,研修,本社,赤',
  'USB-2,2026/11/3 10:00,見本花子,見本次郎,研修,本社,',
  ',,,,,,合計 2',
].join('\r\n');

async function takeTable(page: Page): Promise<void> {
  await give(page, { name: '台帳.csv', content: table });
  await button(page, '取り込む').click();
  await done(page).getByText('新しい 2 件を加えました。').waitFor();
}

describe('a table of the organisation', () => {
  test('is shown with a mapping, corrected, taken, and known again', async () => {
    const { page } = await harness.visit(path, { viewport: { width: 320, height: 700 } });
    await give(page, { name: '台帳.csv', content: table });
    const sheet = page.getByRole('region', { name: '表の読み方を確かめる' });
    await sheet.getByText('読める行 2: 新しい 2、書き足す・変わる 0、同じ 0、食い違う 0。').waitFor();
    expect(await sheet.getByLabel('見出しの行').inputValue()).toBe('2');
    const place = (heading: string) => sheet.getByLabel(`${heading} を入れる欄`);
    expect(
      await Promise.all(['品名', '持出日時', '持出者', '行先', '色'].map((one) => place(one).inputValue())),
    ).toEqual(['content', 'taken-at', 'taken-by', 'destination', '+note']);
    await sheet.getByText('読めない行 1 行（取り込みません）').click();
    await sheet.getByText(/5 行目: どの記録にも要る欄/).waitFor();
    await place('色').selectOption('入れない');
    await sheet.getByText(/入れる欄がありません.*色（2 行）/).waitFor();
    expect(await overflowOf(page)).toBe(0);
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
    await button(page, '取り込む').click();
    await done(page).getByText('新しい 2 件を加えました。').waitFor();
    await expect.poll(() => titles(page)).toHaveLength(2);
    await give(page, { name: '別の名前.csv', content: table.replace('研修', '出張') });
    await sheet.getByText('同じ見出しの表を前に読んだとき').waitFor();
    expect(await place('色').inputValue()).toBe('');
    await sheet.getByText('読める行 2: 新しい 1、書き足す・変わる 0、同じ 1、食い違う 0。').waitFor();
    await button(page, 'やめる').click();
    await done(page).getByText('取り込みをやめました。').waitFor();
  });

  test('goes out as Excel and CSV, and comes back the same', async () => {
    const { page } = await harness.visit(path);
    await takeTable(page);
    const sheet = page.getByRole('region', { name: '表の読み方を確かめる' });
    for (const kind of ['Excel', 'CSV']) {
      const file = await catchDownload(page, () => button(page, `${kind} に書き出す`).click());
      await done(page).getByText('表示している一覧 2 件を書き出しました。').waitFor();
      await giveBack(page, file);
      await sheet.getByText('読める行 2: 新しい 0、書き足す・変わる 0、同じ 2、食い違う 0。').waitFor();
      await button(page, 'やめる').click();
      if (kind === 'Excel') continue;
      const changed = new TextDecoder().decode(file.bytes).replace('USB-1', 'USB-9');
      await give(page, { name: file.name, content: changed });
      await sheet.getByText('書き足す・変わる 1、同じ 1、食い違う 0。').waitFor();
      await button(page, '取り込む').click();
      await expect.poll(() => titles(page)).toEqual(expect.arrayContaining([expect.stringContaining('USB-9')]));
    }
  });

  test('that is none, or holds a program, is refused in words', async () => {
    const { page } = await harness.visit(path);
    const book = { 'xl/workbook.xml': strToU8('<x/>'), 'xl/vbaProject.bin': strToU8('x') };
    const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]);
    const refusals: [string, Uint8Array | string, RegExp][] = [
      ['台帳.xlsm', zipSync(book), /マクロ（プログラム）の入ったブック/],
      ['台帳.xls', old, /古い形式/],
      ['台帳.xls', '<html><body><table></table></body></html>', /ウェブページ（HTML）/],
      ['台帳.xlsx', 'PK\u0003\u0004 broken', /途中で切れています/],
      ['控え.json', '{"format":"kitei-people/1"}', /管理簿の控えではありません/],
      ['書類.pdf', '%PDF-1.7 nothing', /入れていません/],
    ];
    for (const [name, content, words] of refusals) {
      await give(page, { name, content });
      await expect.poll(() => results(page).textContent(), { message: name }).toMatch(words);
    }
    await expect.poll(() => titles(page)).toEqual([]);
  });
});

describe('a backup', () => {
  const begun = (id: string, content: string): Entry =>
    beginEntry(
      id,
      'entries',
      { cells: { content, 'taken-at': '2026-11-02 09:00', 'taken-by': '見本花子' } },
      { id: `${id}-1`, at: '2026-11-02T00:00:00.000Z', by: '見本花子' },
    );
  const corrected = (entry: Entry, id: string, content: string): Entry =>
    withState(
      entry,
      { cells: { ...entry.states[0]?.cells, content } },
      { id, at: '2026-11-03T00:00:00.000Z', by: '見本次郎' },
    );
  const text = (...entries: Entry[]) => writeRegister({ form, entries });

  test('is merged by entry after it was shown, and goes out with all of it', async () => {
    const { page } = await harness.visit(path);
    const [a, b] = [begun('a', 'USB-1'), begun('b', 'USB-2')];
    await give(page, { name: '控え.json', content: text(a, corrected(b, 'b-2', 'USB-3')) });
    const dialog = page.getByRole('dialog', { name: '取り込みますか' });
    await dialog.getByText('新しい記録 2 件').waitFor();
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
    await dialog.getByRole('button', { name: '取り込む' }).click();
    await done(page).getByText('新しい 2 件を加えました。').waitFor();
    await page.getByText('控えがまだありません。').waitFor();
    await give(page, { name: '控え.json', content: text(corrected(a, 'a-2', 'USB-8'), corrected(b, 'b-3', 'USB-4')) });
    await dialog.getByText('書き足す記録 2 件').waitFor();
    await dialog.getByText('食い違う記録 1 件').waitFor();
    await dialog.getByRole('button', { name: '取り込む' }).click();
    await done(page).getByText('このうち 1 件は').waitFor();
    await button(page, /^見比べて決める/).waitFor();
    const backup = await catchDownload(page, () => button(page, '控えを保存').click());
    await page.getByText('最後に控えを保存した日').waitFor();
    for (const id of ['a-1', 'a-2', 'b-1', 'b-2', 'b-3'])
      expect(new TextDecoder().decode(backup.bytes)).toContain(`"id":"${id}"`);
    await giveBack(page, backup);
    await expect
      .poll(() => results(page).textContent())
      .toContain('新しく取り込むものは、ありませんでした（同じ記録 2 件）');
  });
});

describe('a signed paper', () => {
  test('adds its rows once, with what is known of its signer', async () => {
    const { page, origin } = await harness.visit(`/forms/${form}/`);
    const head = {
      company: '見本商事',
      checker: '見本花子',
      checkedOn: '2026-11-30',
      recipient: '練馬区',
      business: '窓口業務',
    };
    for (const [name, value] of Object.entries(head)) {
      const field = page.locator(`[data-header="${name}"]`);
      if ((await field.count()) > 0 && (await field.inputValue()) === '') await field.fill(value);
    }
    const cells = {
      content: 'USB-1',
      'taken-at': '2026-11-02 09:00',
      'taken-by': '見本花子',
      approver: '見本次郎',
      use: '研修',
      destination: '本社',
    };
    for (const [column, value] of Object.entries(cells))
      await page.locator(`form-table [data-row] [data-answer="${column}"] [data-given]`).first().fill(value);
    await goToReview(page);
    const signed = await sign(page);
    await page.goto(origin + path);
    await giveBack(page, signed);
    const dialog = page.getByRole('dialog', { name: '取り込みますか' });
    await dialog.getByText(/1 行（文書番号 .*署名者 .*見本花子: .*自己表示.*未確認/).waitFor();
    await dialog.getByRole('button', { name: '取り込む' }).click();
    await done(page).getByText('新しい 1 件を加えました。').waitFor();
    expect(await titles(page)).toEqual([expect.stringContaining('USB-1')]);
    await giveBack(page, signed);
    await expect.poll(() => results(page).textContent()).toContain('同じ記録 1 件');
    await give(page, { name: signed.name, content: Buffer.from(signed.bytes).fill(0x20, 3000, 3100) });
    await expect.poll(() => results(page).textContent()).toContain('入れていません');
    await page.goto(`${origin}/registers/log-check-register/`);
    await giveBack(page, signed);
    await expect.poll(() => results(page).textContent()).toContain('この管理簿に入る様式の書類ではありません');
  });
});
