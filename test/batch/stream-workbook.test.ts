import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/universal';
import { afterAll, expect, test } from 'vitest';
import { streamWorkbook } from '../../src/batch/stream-workbook.ts';
import type { SheetValue } from '../../src/core/form/sheets.ts';

const folder = mkdtempSync(join(tmpdir(), 'kitei-workbook-'));
afterAll(() => rmSync(folder, { recursive: true }));

const text = (one: string): SheetValue => ({ kind: 'text', text: one });

test('texts stay texts, numbers and days what they are, and what XML cannot hold is marked', async () => {
  const path = join(folder, 'a.xlsx');
  const strange = ['=1+1', '<b> & "c"', '_x0041_', '改\n行', 'a\u0000b', '\ud842', '𠮷'];
  const numbers: SheetValue[] = [{ kind: 'number', number: 3 }, { kind: 'day', serial: 46366 }, text('')];
  const rows = [
    [text('頭'), text('数'), text('日')],
    [text('甲'), ...numbers.slice(0, 2)],
    ...strange.map((one) => [text(one)]),
  ];
  await streamWorkbook(path, [{ name: '表 & 一覧', widths: [20, 8, 14], rows, filter: true }]);
  const bytes = new Uint8Array(readFileSync(path));
  const [sheet] = await readWorkbook(new Blob([bytes]));
  expect(sheet?.sheet).toBe('表 & 一覧');
  expect(sheet?.data.slice(0, 2)).toEqual([
    ['頭', '数', '日'],
    ['甲', 3, new Date('2026-12-10T00:00:00Z')],
  ]);
  const shown = ['=1+1', '<b> & "c"', '_x0041_', '改\n行', 'a\ufffdb', '\ufffd', '𠮷'];
  expect(sheet?.data.slice(2).map(([cell]) => cell)).toEqual(shown);
  const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(xml).toContain(`<autoFilter ref="A1:C${rows.length}"/>`);
  expect(xml).not.toContain('<f>');
});

test('rows are made as they are written, whatever their number', async () => {
  const path = join(folder, 'long.xlsx');
  function* rows(): Generator<SheetValue[], void, void> {
    for (let n = 0; n < 30_000; n += 1) yield [text(`株式会社見本${n}`), { kind: 'number', number: n }];
  }
  await streamWorkbook(path, [{ name: '長い', widths: [30, 8], rows: rows() }]);
  const [sheet] = await readWorkbook(new Blob([new Uint8Array(readFileSync(path))]));
  expect(sheet?.data).toHaveLength(30_000);
  expect(sheet?.data.at(-1)).toEqual(['株式会社見本29999', 29_999]);
});

test('says why where nothing can be written', async () => {
  await expect(streamWorkbook(join(folder, 'nowhere/a.xlsx'), [])).rejects.toThrow('ENOENT');
});
