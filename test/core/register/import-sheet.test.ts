import { describe, expect, test } from 'vitest';
import { readSheet } from '../../../src/core/register/import-sheet.ts';
import { places } from '../../../src/core/register/match-columns.ts';
import type { TableSheet } from '../../../src/core/register/sheet-head.ts';
import { readCsv } from '../../../src/importer/list/read-csv.ts';
import { removals, sheetOf } from './sheet-fixture.ts';

const read = (sheet: TableSheet, isCsv = false, chosen = {}) => {
  const found = readSheet(sheet, removals, isCsv, chosen);
  if (!found) throw new Error('The sheet is empty.');
  return found;
};
const placesOf = (sheet: TableSheet) =>
  Object.fromEntries(read(sheet).columns.map(({ heading, place }) => [heading, place]));
const cellsOf = (sheet: TableSheet, isCsv = false) => read(sheet, isCsv).reading.rows.map(({ cells }) => cells);

describe('the head', () => {
  const head = ['No.', '持出日時', '品名', '持出者氏名', '使用目的', '返却日', '管理部署', '備考'];
  const line = ['1', '2026/11/2 9:00', 'USB-1', '見本花子', '研修', '2026/11/5', '総務部', ''];

  test('is found below a title and remarks, and its columns by what they are like', () => {
    const sheet = sheetOf([['USB メモリー等 持出管理簿'], ['令和8年度', '', '総務部'], [], head, line]);
    expect(read(sheet).head.bottom).toBe(4);
    expect(placesOf(sheet)).toEqual({
      'No.': places.nowhere,
      持出日時: 'taken-at',
      品名: 'content',
      持出者氏名: 'taken-by',
      使用目的: 'use',
      返却日: 'returned-at',
      管理部署: places.note,
      備考: 'other',
    });
    expect(read(sheet).reading.leftOut).toEqual([]);
    expect(cellsOf(sheet)).toEqual([
      {
        content: 'USB-1',
        'taken-at': '2026-11-02 09:00',
        'taken-by': '見本花子',
        use: '研修',
        'returned-at': '2026-11-05',
        other: '管理部署: 総務部',
      },
    ]);
  });

  test('of two rows with merged cells says both over a column; a title over all of them is no part of it', () => {
    const lines = [
      ['持出管理簿', '', '', '', ''],
      ['品名', '持出し', '', '返却', ''],
      ['', '日時', '氏名', '日時', '確認者'],
      ['USB-1', '2026-11-02 09:00', '見本花子', '2026-11-05 10:00', '見本次郎'],
    ];
    const merges = [
      { top: 1, left: 1, bottom: 1, right: 5 },
      { top: 2, left: 1, bottom: 3, right: 1 },
      { top: 2, left: 2, bottom: 2, right: 3 },
      { top: 2, left: 4, bottom: 2, right: 5 },
    ];
    expect(placesOf(sheetOf(lines, merges))).toEqual({
      品名: 'content',
      '持出し 日時': 'taken-at',
      '持出し 氏名': 'taken-by',
      '返却 日時': 'returned-at',
      '返却 確認者': places.note,
    });
  });

  test('of one word over some columns, with the others empty below it, is one head', () => {
    const lines = [
      ['品名', '持出日時', '返却', '', '用途'],
      ['', '', '日時', '確認者', ''],
      ['USB-1', '2026-11-02 09:00', '2026-11-05 10:00', '見本次郎', '研修'],
    ];
    const { head, reading } = read(sheetOf(lines, [{ top: 1, left: 3, bottom: 1, right: 4 }]));
    expect([...head.headings.values()]).toEqual(['品名', '持出日時', '返却 日時', '返却 確認者', '用途']);
    expect(reading.rows.map(({ row }) => row)).toEqual([3]);
  });

  test('may be another row, and columns go where a person says', () => {
    const sheet = sheetOf([
      ['a', 'b'],
      ['x', 'y'],
      ['2026-11-02 09:00', 'USB-1'],
    ]);
    const chosen = {
      bottom: 2,
      places: new Map([
        ['x', 'taken-at'],
        ['y', 'content'],
        ['z', 'gone'],
      ]),
    };
    expect(read(sheet, false, chosen).reading.rows).toEqual([
      { row: 3, cells: { 'taken-at': '2026-11-02 09:00', content: 'USB-1' } },
    ]);
  });

  test('once more further down, as it is printed on each page, is no entry', () => {
    expect(cellsOf(sheetOf([head, line, head, line]))).toHaveLength(2);
  });
});

describe('a cell', () => {
  const sheet = (label: string, text: string, kind: 'text' | 'number' | 'date' | 'error' = 'text'): TableSheet => ({
    ...sheetOf([[]]),
    rows: new Map([
      [
        1,
        new Map([
          [1, { text: '格納情報', kind: 'text' }],
          [2, { text: label, kind: 'text' }],
        ]),
      ],
      [
        2,
        new Map([
          [1, { text: 'USB-1', kind: 'text' }],
          [2, { text, kind }],
        ]),
      ],
    ]),
  });
  const second = (label: string, text: string, kind?: 'text' | 'number' | 'date' | 'error') => {
    const { rows, remarks } = read(sheet(label, text, kind)).reading;
    const { content: _, ...cells } = rows[0]?.cells ?? {};
    return [...Object.values(cells), ...remarks.map((remark) => remark.kind)];
  };

  test.each([
    ['持ち出し日時', '2026-11-02 09:05', 'date', ['2026-11-02 09:05']],
    ['持ち出し日時', '令和8年11月2日 午後2時', 'text', ['2026-11-02 14:00']],
    ['持ち出し日時', '46328.375', 'number', ['2026-11-02 09:00', 'serial']],
    ['持ち出し日時', '2026/11/2', 'text', ['2026-11-02', 'no-time']],
    ['返却予定日', '46328', 'number', ['2026-11-02', 'serial']],
    ['返却予定日', 'H30.4.1', 'text', ['2018-04-01']],
    ['返却予定日', '2026-11-02 09:05', 'date', ['2026-11-02', 'time-cut']],
    ['返却予定日', '2026-11-02 00:00', 'date', ['2026-11-02']],
    ['返却予定日', '春ごろ', 'text', ['春ごろ', 'not-a-day']],
    ['返却予定日', '#REF!', 'error', ['error']],
    ['個数', '１，２００個', 'text', ['1200']],
    ['個数', '少し', 'text', ['少し', 'not-a-number']],
    ['持ち出した者', '0012', 'text', ['0012']],
    ['持ち出した者', '2026-01-02', 'date', ['2026-01-02']],
    ['媒体', 'ＵＳＢメモリー', 'text', ['USB メモリー']],
    ['媒体', 'カメラ', 'text', ['カメラ', 'no-option']],
    ['確かめたこと', '名札、暗号化', 'text', ['暗号化\n名札']],
  ] as const)('under %s with %s (%s)', (label, text, kind, expected) => {
    expect(second(label, text, kind)).toEqual(expected);
  });

  test('with the time in a column of its own is one moment', () => {
    const lines = [
      ['格納情報', '持出日', '時刻'],
      ['USB-1', '2026/11/2', '9:05'],
    ];
    expect(cellsOf(sheetOf(lines))).toEqual([{ content: 'USB-1', 'taken-at': '2026-11-02 09:05' }]);
  });

  test('that hides its year in the cell has it all the same, and an item number 1-2 stays one', () => {
    const sheet = sheetOf([
      ['格納情報', '持ち出し日時', '返却予定日', '持ち出した者'],
      ['USB-1', '11-2', '11-5', '1-2'],
    ]);
    const cells = new Map(sheet.rows.get(2));
    for (const [at, day] of ['', '2026-11-02', '2026-11-05', '2026-01-02'].entries())
      if (day) cells.set(at + 1, { text: cells.get(at + 1)?.text ?? '', kind: 'date', day });
    expect(cellsOf({ ...sheet, rows: new Map([...sheet.rows, [2, cells]]) })).toEqual([
      { content: 'USB-1', 'taken-at': '2026-11-02', due: '2026-11-05', 'taken-by': '1-2' },
    ]);
  });

  test('with the day in a column of its own, and the times of that day in two others', () => {
    const lines = [
      ['月日', '品名', '持出時刻', '返却時刻'],
      ['2026/11/2', 'USB-1', '9:05', '17:30'],
      ['2026/11/3', 'USB-2', '10:00', ''],
    ];
    const { reading } = read(sheetOf(lines));
    expect(reading.rows.map(({ cells }) => [cells['taken-at'], cells['returned-at']])).toEqual([
      ['2026-11-02 09:05', '2026-11-02 17:30'],
      ['2026-11-03 10:00', undefined],
    ]);
    expect(reading.remarks).toEqual([{ row: 2, heading: '返却時刻', text: '17:30', kind: 'day-of-row' }]);
  });

  test('that is merged down holds for each row', () => {
    const lines = [
      ['格納情報', '持ち出し日時'],
      ['USB-1', '2026-11-02 09:00'],
      ['USB-2', ''],
    ];
    const rows = cellsOf(sheetOf(lines, [{ top: 2, left: 2, bottom: 3, right: 2 }]));
    expect(rows.map((cells) => cells['taken-at'])).toEqual(['2026-11-02 09:00', '2026-11-02 09:00']);
  });
});

describe('rows', () => {
  test('that cannot be taken are named with their number, and so is what goes nowhere', () => {
    const lines = [
      ['格納情報', '持ち出し日時', '個数', '色'],
      ['USB-1', '2026-11-02 09:00', '1', '赤'],
      ['', '', '1', ''],
      ['長'.repeat(5001), '2026-11-02 09:00', '', ''],
    ];
    const chosen = { places: new Map([['色', places.nowhere]]) };
    const { reading } = read(sheetOf(lines), false, chosen);
    expect(reading.rows.map(({ row }) => row)).toEqual([2]);
    expect(reading.refused).toEqual([
      { row: 3, kind: 'incomplete', heading: '格納情報、持ち出し日時、持ち出した者' },
      { row: 4, kind: 'too-long', heading: '格納情報' },
    ]);
    expect(reading.leftOut).toEqual([{ heading: '色', count: 1 }]);
  });

  test('of CSV in Shift_JIS are read, a guarded text without its apostrophe', () => {
    // 格納情報,個数 CR LF '=1,5 CR LF
    const bytes = [0x8a, 0x69, 0x94, 0x5b, 0x8f, 0xee, 0x95, 0xf1, 0x2c, 0x8c, 0xc2, 0x90, 0x94, 13, 10];
    const csv = readCsv(new Uint8Array([...bytes, ...new TextEncoder().encode("'=1,5\r\n")]), '');
    expect(cellsOf(csv, true)).toEqual([{ content: '=1', count: '5' }]);
  });
});
