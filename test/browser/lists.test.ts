import { readFile } from 'node:fs/promises';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import type { Download, Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ListFileSchema } from '../../src/core/tailoring/company-list.ts';
import { makeXlsx } from '../support/xlsx.ts';
import { findFaultsInLooks, overflowOf, twoLooks } from './support/axe.ts';
import { useHarness } from './support/harness.ts';
import { onShippedSite } from './support/shipped-site.ts';

onShippedSite();

const harness = useHarness();

const listOf = (page: Page, id: string) => page.locator(`[data-own-list="${id}"]`);
const rowsOf = (list: Locator) => list.locator('[data-rows] > fieldset');

async function open(page: Page, id: string): Promise<Locator> {
  const list = listOf(page, id);
  const button = list.getByRole('button', { name: /^行を書く/ });
  // An address that names the list has opened it.
  if (!page.url().endsWith(id)) await button.click();
  await list.getByRole('button', { name: '行を加える' }).waitFor();
  return list;
}

/** As a spreadsheet puts cells on the clipboard. */
async function paste(cell: Locator, text: string): Promise<void> {
  await cell.focus();
  await cell.evaluate((field, cells) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', cells);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

async function catchDownload(page: Page, act: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return download;
}

/** Twelve systems, their columns in another order than the list's, under the heads of both. */
const twelve = [
  'アクセス制御方法\t情報システム・サービス\t備考',
  ...Array.from({ length: 12 }, (_, i) => `方法${i + 1}\tシステム${i + 1}\tメモ`),
].join('\n');

describe('the company’s own lists', () => {
  test('twelve rows are pasted, kept, and handed out as files that the build takes', async () => {
    const { page } = await harness.visit('/tailoring/#lists');
    const list = await open(page, 'accessControl');
    await paste(list.locator('[data-rows] input').first(), twelve);
    await list.getByText('12行を貼り付けました。一覧にない列（備考）は、入れていません。').waitFor();
    expect(await rowsOf(list).count()).toBe(12);
    expect(await list.getByLabel('情報システム・サービス').nth(11).inputValue()).toBe('システム12');
    await page.getByText('か所が変わります。').waitFor();
    const change = page.locator('[data-list] > li').filter({ hasText: '4章 9.1' });
    expect(await change.locator('[data-after]').textContent()).toContain('システム12');
    expect(await change.locator('[data-before]').textContent()).toContain('給与計算システム');

    const file = await catchDownload(page, () =>
      list.getByRole('button', { name: 'この一覧のファイルを保存する' }).click(),
    );
    expect(file.suggestedFilename()).toBe('accessControl.yaml');
    const text = await readFile(await file.path(), 'utf8');
    const read = ListFileSchema.parse(parse(text));
    expect(read.rows).toHaveLength(12);
    expect(read.rows[0]).toEqual({ system: 'システム1', method: '方法1' });

    // After a reload the rows are there, and the whole is one zip.
    await page.reload();
    await page.getByText('前回の続きです。').waitFor();
    await listOf(page, 'accessControl').getByText('自社の行 12件').waitFor();
    const zip = await catchDownload(page, () =>
      page.getByRole('button', { name: 'organization.yaml を保存する' }).click(),
    );
    expect(zip.suggestedFilename()).toBe('content.zip');
    const files = unzipSync(new Uint8Array(await readFile(await zip.path())));
    expect(Object.keys(files)).toEqual(['organization.yaml', 'lists/accessControl.yaml']);
    expect(strFromU8(files['lists/accessControl.yaml'] ?? strToU8(''))).toBe(text);
    expect(strFromU8(files['organization.yaml'] ?? strToU8(''))).toBe(
      await readFile('content/organization.yaml', 'utf8'),
    );
  });

  test('rows are typed, moved, removed and taken back; a faulty one is in no file', async () => {
    const { page } = await harness.visit('/tailoring/#lists.software');
    const list = await open(page, 'software');
    await list.getByRole('button', { name: 'サンプルの行から始める' }).click();
    await list.getByText(/^サンプルの7行を入れました。/).waitFor();
    expect(await list.getByLabel(/^名称/).nth(1).inputValue()).toBe('Office');
    await list.getByRole('button', { name: /^上へ/ }).nth(1).click();
    expect(await list.getByLabel(/^名称/).first().inputValue()).toBe('Office');
    await list.getByRole('button', { name: /^消す/ }).first().click();
    expect(await rowsOf(list).count()).toBe(6);
    await list.getByRole('button', { name: '元に戻す' }).click();
    expect(await rowsOf(list).count()).toBe(7);
    const ends = list.getByLabel(/^サポートの終わる日/).first();
    await ends.fill('来年');
    await ends.blur();
    await list.getByText('「来年」は日付ではありません。').waitFor();
    expect(await ends.getAttribute('aria-invalid')).toBe('true');
    const described = page.locator(`[id="${await ends.getAttribute('aria-describedby')}"]`);
    expect(await described.textContent()).toContain('「来年」は日付ではありません。');
    await page.getByRole('button', { name: 'organization.yaml を保存する' }).click();
    await page.getByText('直す所があります。').first().waitFor();
    // The page leads to the fault first, and takes the focus from a field that is being filled in.
    const mend = async () => {
      await ends.fill('令和9年10月14日');
      await ends.blur();
      return ends.inputValue();
    };
    await expect.poll(mend).toBe('2027-10-14');
    await list.getByRole('button', { name: 'サンプルの行に戻す' }).click();
    await page.getByText('まだ何も変えていません。').waitFor();
    expect(await list.locator('[data-own]').isVisible()).toBe(false);
    await list.getByRole('button', { name: '元に戻す' }).click();
    await list.getByText('自社の行 7件').waitFor();
    await list.getByRole('button', { name: 'サンプルの行に戻す' }).click();
    // What was pasted over nothing gives way to the sample again, not to a list without rows.
    await paste(list.locator('[data-rows] input').first(), '会計\t見本会計');
    await list.getByText('自社の行 1件').waitFor();
    await list.getByRole('button', { name: '元に戻す' }).click();
    await page.getByText('まだ何も変えていません。').waitFor();
  });

  test('rows come from an Excel file, and go into one', async () => {
    const { page } = await harness.visit('/tailoring/#lists.backups');
    const list = await open(page, 'backups');
    const cells = {
      A1: 'バックアップの表',
      A2: '保管先',
      B2: { text: '機器名', ruby: 'キキメイ' },
      C2: '対象',
      A3: 'NAS',
      B3: '販売管理',
      C3: '全部',
      A4: 'テープ',
      B4: '会計',
      C4: '仕訳',
    };
    const input = list.locator('[data-list-file]');
    await input.setInputFiles({
      name: '表.xlsx',
      mimeType: '',
      buffer: Buffer.from(makeXlsx([{ name: '表', cells }])),
    });
    await list.getByText('「表.xlsx」の2行に入れ替えました。').waitFor();
    expect(
      await list
        .getByLabel(/^保管先/)
        .nth(1)
        .inputValue(),
    ).toBe('テープ');
    const book = await catchDownload(page, () => list.getByRole('button', { name: 'Excel に書き出す' }).click());
    expect(book.suggestedFilename()).toBe('バックアップ取得対象.xlsx');
    const bytes = await readFile(await book.path());
    await list.getByRole('button', { name: '該当するものがないことにする' }).click();
    expect(await rowsOf(list).count()).toBe(0);
    await input.setInputFiles({ name: '戻す.xlsx', mimeType: '', buffer: bytes });
    await list.getByText('「戻す.xlsx」の2行に入れ替えました。').waitFor();
    expect(
      await list
        .getByLabel(/^機器名/)
        .first()
        .inputValue(),
    ).toBe('販売管理');
    await input.setInputFiles({
      name: 'backups.yaml',
      mimeType: '',
      buffer: Buffer.from("id: backups\nrows: [{ machine: '倉庫', target: 在庫 }]\n"),
    });
    await page.getByRole('button', { name: '入れ替える' }).click();
    await list.getByText('「backups.yaml」の1行に入れ替えました。').waitFor();
    await list.getByRole('button', { name: '元に戻す' }).click();
    await input.setInputFiles({ name: 'software.yaml', mimeType: '', buffer: Buffer.from('id: software\nrows: []\n') });
    await list.getByText('これは、別の一覧（software）のファイルです。').waitFor();
    expect(await rowsOf(list).count()).toBe(2);
  });

  test('is without faults, on a telephone and in the dark', async () => {
    const { page } = await harness.visit('/tailoring/#lists');
    const list = await open(page, 'zones');
    await list.getByRole('button', { name: 'サンプルの行から始める' }).click();
    await rowsOf(list).nth(9).waitFor();
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await overflowOf(page)).toBe(0);
  });
});
