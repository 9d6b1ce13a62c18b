import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readSheet } from '../../../../src/core/register/import-sheet.ts';
import { readSheets } from '../../../../src/ui/register/files/read-sheets.ts';
import { removals } from '../../../core/register/sheet-fixture.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A book of one sheet, as a program other than ours writes it. */
function bookOf(rows: string, more: Record<string, Uint8Array> = {}, strings = ''): Uint8Array {
  return zipSync({
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="台帳" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/styles.xml': strToU8(
      `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>`,
    ),
    'xl/sharedStrings.xml': strToU8(`<sst xmlns="${main}">${strings}</sst>`),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`),
    ...more,
  });
}

const text = (words: string) => `<c t="inlineStr"><is><t>${words}</t></is></c>`;
const head = `<row>${['格納情報', '持ち出し日時', '持ち出した者'].map(text).join('')}</row>`;

function cellsOf(bytes: Uint8Array): Record<string, string>[] {
  const reading = readSheets(bytes);
  const [sheet] = reading.ok ? reading.sheets : [];
  return (sheet && readSheet(sheet, removals, false)?.reading.rows.map(({ cells }) => cells)) ?? [];
}

describe('a book of another program', () => {
  test('is read without the readings that an input method leaves, its times to the minute', () => {
    const strings = '<si><r><t>見本</t></r><r><t>花子</t></r><rPh sb="0" eb="2"><t>ミホン</t></rPh></si>';
    const row = `<row>${text('0012')}<c s="1"><v>46328.3784722</v></c><c t="s"><v>0</v></c></row>`;
    expect(cellsOf(bookOf(head + row, {}, strings))).toEqual([
      { content: '0012', 'taken-at': '2026-11-02 09:05', 'taken-by': '見本花子' },
    ]);
  });

  test('of 10,000 rows is read whole', () => {
    const row = (number: number) => `<row>${text(`USB-${number}`)}<c s="1"><v>${46328 + number / 1440}</v></c></row>`;
    const rows = cellsOf(bookOf(head + Array.from({ length: 10_000 }, (_, number) => row(number)).join('')));
    expect(rows).toHaveLength(10_000);
    expect(rows.at(-1)).toEqual({ content: 'USB-9999', 'taken-at': '2026-11-08 22:39' });
  });
});

describe('a file that is refused', () => {
  const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const withName = (name: string) =>
    new Uint8Array([...compound, ...new Uint8Array(504), ...[...name].flatMap((letter) => [letter.charCodeAt(0), 0])]);
  const html = strToU8('\uFEFF<html><head></head><body><table><tr><td>1</td></tr></table></body></html>');

  test.each<[string, Uint8Array, RegExp]>([
    ['a macro book', bookOf(head, { 'xl/vbaProject.bin': new Uint8Array(9) }), /マクロ/],
    ['a sheet of old macros', bookOf(head, { 'xl/macrosheets/sheet1.xml': new Uint8Array(9) }), /マクロ/],
    ['a bomb', bookOf(head, { 'xl/worksheets/sheet2.xml': new Uint8Array(5 * 1024 * 1024) }), /大きすぎる/],
    ['a book before 2007', withName('Workbook'), /Excel の古い形式（\.xls）/],
    ['a book under a password', withName('EncryptedPackage'), /パスワード/],
    ['a page that is called .xls', html, /ウェブページ（HTML）/],
    ['a PDF', strToU8('%PDF-1.7'), /PDF/],
    ['a book without cells', bookOf(''), /何も書いてありません/],
    ['nothing', new Uint8Array(), /空/],
  ])('%s', (_, bytes, words) => {
    expect(readSheets(bytes)).toMatchObject({ ok: false, message: expect.stringMatching(words) });
  });

  test('CSV in Shift_JIS and UTF-16 are none of these', () => {
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...[...'氏名\t個数'].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
    ]);
    for (const bytes of [new Uint8Array([0x8e, 0x81, 0x96, 0xbc, 0x2c, 0x61]), utf16])
      expect(readSheets(bytes)).toMatchObject({ ok: true, isCsv: true });
  });
});
