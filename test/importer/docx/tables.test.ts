import { describe, expect, test } from 'vitest';
import type { Table } from '../../../src/importer/model/block.ts';
import { cell, control, lineBreak, p, table } from '../../support/docx.ts';
import { kinds, read, tables } from './support.ts';

/** Cells as `letters ×columns ×rows`, rows as lists. */
function shape(found: Table | undefined): string[][] | undefined {
  return found?.rows.map((row) =>
    row.map(({ lines, columns, rows }) => `${lines.map(({ text }) => text).join('/')} ${columns}x${rows}`),
  );
}

describe('tables', () => {
  test('rows of cells with their lines; empty cells are there', () => {
    const [found] = tables([table([['甲', cell(['乙', p(['丙', lineBreak, '丁'])]), cell()]])]);
    expect(shape(found)).toEqual([['甲 1x1', '乙/丙/丁 1x1', ' 1x1']]);
  });

  test('merged columns and rows', () => {
    const rows = [
      [cell('上', { columns: 2 }), cell('右', { merge: 'restart' })],
      [cell('左', { merge: 'restart' }), '中', cell([], { merge: 'continue' })],
      [cell([], { merge: 'continue' }), '下', cell([], { merge: 'continue' })],
      [cell([], { merge: 'restart' }), cell([], { merge: 'continue' }), 'x'],
    ];
    const [found] = tables([table(rows)]);
    expect(shape(found)).toEqual([['上 2x1', '右 1x3'], ['左 1x2', '中 1x1'], ['下 1x1'], [' 1x1', ' 1x1', 'x 1x1']]);
  });

  test('the old way to merge columns, and letters in cells that go on', () => {
    const merged = (it: string, value: string) => cell(it, { tcPr: `<w:hMerge${value}/>` });
    const rows = [
      [merged('甲', ' w:val="restart"'), merged('乙', ''), cell('丙', { merge: 'restart' })],
      ['丁', '戊', cell('己', { merge: 'continue' })],
    ];
    expect(shape(tables([table(rows)])[0])).toEqual([
      ['甲/乙 2x1', '丙/己 1x2'],
      ['丁 1x1', '戊 1x1'],
    ]);
  });

  test('columns left empty at the ends of a row keep the others in theirs', () => {
    const rowPr = { 1: '<w:gridBefore w:val="1"/><w:gridAfter w:val="2"/>' };
    expect(shape(tables([table([['甲', '乙', '丙', '丁'], ['戊']], rowPr)])[0])?.[1]).toEqual([
      ' 1x1',
      '戊 1x1',
      ' 2x1',
    ]);
  });

  test('rows repeated on each page are its heading', () => {
    const header = '<w:tblHeader/>';
    const rows = [
      ['番号', '項目'],
      ['', '細目'],
      ['1', '施錠'],
      ['2', '鍵'],
    ];
    expect(tables([table(rows, { 0: header, 1: header, 3: header })])[0]?.headerRows).toBe(2);
    expect(tables([table(rows)])[0]?.headerRows).toBeUndefined();
  });

  test('a table in a cell becomes lines there, in order', () => {
    const blocks = [table([[cell(['前', table([['甲', '乙'], ['丙']]), '後'])]])];
    expect(shape(tables(blocks)[0])).toEqual([['前/甲/乙/丙/後 1x1']]);
    expect(kinds(blocks)).toEqual(['nested-table']);
  });

  test('rows and cells in controls, hidden rows, numbers counted through', () => {
    const lists = { 1: [{ text: '%1' }] };
    const number = cell(p('', { num: [1, 0] }));
    const row = `<w:tr>${number}${control(cell('乙'))}</w:tr>`;
    const rows = [[number, '甲'], control(row), ['隠す', '行'], [number, '丙']];
    const blocks = [table(rows, { 2: '<w:hidden/>' })];
    expect(shape(tables(blocks, { lists })[0])).toEqual([
      ['1 1x1', '甲 1x1'],
      ['2 1x1', '乙 1x1'],
      ['3 1x1', '丙 1x1'],
    ]);
    expect(kinds(blocks, { lists })).toEqual(['hidden-text']);
  });

  test('stand in their place, paragraphs counted through them', () => {
    expect(read([p('前'), p(), table([['甲', '乙']]), p('後')]).blocks).toMatchObject([
      { text: '前', spot: { paragraph: 1 } },
      { kind: 'table', after: 'blank', spot: { paragraph: 3 }, rows: [[{}, { lines: [{ spot: { paragraph: 4 } }] }]] },
      { text: '後', spot: { paragraph: 5 } },
    ]);
  });

  test('spans nobody can draw are bound', () => {
    expect(tables([table([[cell('甲', { columns: 999_999_999 })]])])[0]?.rows[0]?.[0]?.columns).toBe(100);
    expect(tables([table([[cell('甲', { columns: -5 })]])])[0]?.rows[0]?.[0]?.columns).toBe(1);
  });
});
