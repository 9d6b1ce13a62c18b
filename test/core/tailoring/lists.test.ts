import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type CompanyList, ListFileSchema } from '../../../src/core/tailoring/company-list.ts';
import { compareWordings, withChanges } from '../../../src/core/tailoring/compare-wordings.ts';
import { mostListRows } from '../../../src/core/tailoring/list-limits.ts';
import { findRowFaults, type ListRow } from '../../../src/core/tailoring/list-rows.ts';
import { readListTable, toListSheet } from '../../../src/core/tailoring/list-table.ts';
import { fromListValue, toListValue } from '../../../src/core/tailoring/list-value.ts';
import { listSampleRows } from '../../../src/core/tailoring/sample-rows.ts';
import type { Piece, Wording } from '../../../src/core/tailoring/wording.ts';
import { writeListFile } from '../../../src/core/tailoring/write-list.ts';

const software: CompanyList = {
  title: '標準ソフトウェア',
  columns: [
    { id: 'kind', label: '種別', required: true },
    { id: 'name', label: '名称', required: true },
    { id: 'level', label: '段階', kind: 'one', options: ['高', '低'] },
    { id: 'ends', label: 'サポートの終わる日', kind: 'date', added: true, supportEnds: true },
  ],
};

describe('readListTable', () => {
  test('finds the row with the heads, and takes the columns in whatever order they stand', () => {
    const cells = [
      ['標準ソフトウェアの表', '', ''],
      ['名　称', '備考', '種別', 'サポートの 終わる日'],
      ['Windows 11', '経理のみ', 'OS', '令和9年10月14日'],
      ['', '', '', ''],
      ['Office', '', '文書', '2029/10/10'],
    ];
    expect(readListTable(software, cells)).toEqual({
      rows: [
        { name: 'Windows 11', kind: 'OS', ends: '2027-10-14' },
        { name: 'Office', kind: '文書', ends: '2029-10-10' },
      ],
      hasHead: true,
      unknown: ['備考'],
      leftOut: 0,
      cut: 0,
      joined: 0,
    });
  });
  test.each([
    ['サポート終了日', 'ends'],
    ['サポートが終わる日', 'ends'],
    ['種類', 'kind'],
    ['名称（製品）', 'name'],
  ])('knows 「%s」 as what else stands over a column', (heading, column) => {
    const list: CompanyList = {
      ...software,
      columns: software.columns.map((one) => {
        const also = { kind: ['種類'], ends: ['サポート終了日'] }[one.id];
        return also ? { ...one, also } : one;
      }),
    };
    const other = column === 'name' ? '種別' : '名称';
    const { rows, unknown } = readListTable(list, [
      ['No', heading, other],
      ['1', '2027-10-14', '見本'],
    ]);
    expect(rows).toEqual([{ [column]: '2027-10-14', [column === 'name' ? 'kind' : 'name']: '見本' }]);
    expect(unknown).toEqual(['No']);
  });
  test('takes no row of a list for its heads', () => {
    const { rows, hasHead } = readListTable(software, [
      ['文書の種類を見分けるもの', '名簿', '高'],
      ['OS', 'Windows', '低'],
    ]);
    expect([hasHead, rows.length]).toEqual([false, 2]);
  });
  test('puts what a row is about into the rows whose first cell is merged with it, and says so', () => {
    const { rows, joined } = readListTable(software, [
      ['種別', '名称'],
      ['スマートフォン OS', 'Android'],
      ['', 'iOS'],
      ['', ''],
      ['文書', ''],
    ]);
    expect(rows).toEqual([
      { kind: 'スマートフォン OS', name: 'Android' },
      { kind: 'スマートフォン OS', name: 'iOS' },
      { kind: '文書' },
    ]);
    expect(joined).toBe(1);
    expect(
      readListTable(software, [
        ['種別', '名称'],
        ['', 'iOS'],
      ]).rows,
    ).toEqual([{ name: 'iOS' }]);
  });
  test.each([
    ['レベル1領域', 'レベル1'],
    ['２', 'レベル2'],
    ['レベル1・2', 'レベル1・2'],
    ['レベル', 'レベル'],
    ['従業員（税務）', '従業員等（税務）'],
    ['取引先様', '取引先'],
    ['従業員', '従業員'],
  ])('「%s」 becomes 「%s」 where one option alone can be meant', (typed, shown) => {
    const options = ['レベル1', 'レベル2', '取引先', '従業員等（税務）', '従業員等（社会保険）'];
    const list: CompanyList = { title: '', columns: [{ id: 'one', label: '区分', kind: 'one', options }] };
    expect(readListTable(list, [[typed]]).rows).toEqual([{ one: shown }]);
  });
  test('takes cells without heads in the order of the columns, and keeps what is no date for the person to mend', () => {
    const { rows, hasHead } = readListTable(software, [['OS', 'Windows\nServer', '　高 ', '来年']]);
    expect(hasHead).toBe(false);
    expect(rows).toEqual([{ kind: 'OS', name: 'Windows Server', level: '高', ends: '来年' }]);
    expect(findRowFaults(software, rows).map(({ column }) => column)).toEqual(['ends']);
  });
  test('says how much found no place', () => {
    const cells = Array.from({ length: mostListRows + 3 }, (_, i) => ['種', `名${i}`, '', '長'.repeat(201)]);
    const { rows, leftOut, cut } = readListTable(software, cells);
    expect([rows.length, leftOut, cut]).toEqual([mostListRows, 3, mostListRows + 3]);
  });
  test('reads what toListSheet makes', () => {
    const rows: ListRow[] = [
      { kind: 'OS', name: '=1+1', level: '低', ends: '2027-10-14' },
      { kind: '会計', name: '007' },
    ];
    const sheet = toListSheet(
      { ...software, title: 'A/B[社]の標準ソフトウェアとその更新の方法についての一覧表（全社）' },
      rows,
    );
    expect(sheet.name).toMatch(/^[^\\/?*[\]:']{1,31}$/);
    const texts = sheet.rows.map((row) => row.map((cell) => (cell.kind === 'text' ? cell.text : '')));
    expect(readListTable(software, texts).rows).toEqual(rows);
  });
});

describe('writeListFile', () => {
  test.each<[string, ListRow[]]>([
    ['no row', []],
    [
      'quotes, colons, hashes and what YAML would take for something else',
      [
        { kind: "It's: #1", name: 'true', level: '高', ends: '2027-10-14' },
        { kind: '- x', name: '{{role:employee}}' },
        { kind: '&a *b', name: '0120' },
      ],
    ],
  ])('writes what the build reads again: %s', (_, rows) => {
    const text = writeListFile('software', software, rows);
    expect(ListFileSchema.parse(parse(text))).toEqual({ id: 'software', rows });
    expect(text.split('\n')[0]).toMatch(/^# 標準ソフトウェア/);
  });
});

describe('toListValue', () => {
  test('is the same for the same rows, and comes back as they are', () => {
    const value = toListValue(software, [{ name: ' 給与 ', kind: '業務', ends: '' }, {}]);
    expect(value).toBe(toListValue(software, [{ kind: '業務', name: '給与' }]));
    expect(fromListValue(value)).toEqual([{ kind: '業務', name: '給与' }]);
    expect(fromListValue(toListValue(software, []))).toEqual([]);
    expect(fromListValue(toListValue(software, undefined))).toBeUndefined();
  });
  test.each(['{', '{}', '[1]', '[[]]', '[{"name":1}]', '[{"__proto__x":"a"}]', `[{"name":"${'長'.repeat(500)}"}]`])(
    'a damaged draft holds no rows: %s',
    (value) => expect(fromListValue(value)).toBeUndefined(),
  );
});

const wording: Wording = {
  values: new Map(),
  roles: { admin: 'システム管理者' },
  blanks: { system: { path: 'blanks.system', printed: '〇〇システム' } },
  choices: {},
  lists: {
    software,
    rooms: {
      title: '区域',
      columns: [
        { id: 'level', label: '段階', kind: 'one', options: ['高', '低'], required: true },
        { id: 'name', label: '部屋', required: true },
      ],
      by: 'level',
    },
  },
};
const table: Piece = {
  list: 'software',
  as: 'table',
  sample: ['種別\t名称\t段階\nOS\t', { blank: 'system' }, '\t\n会計\t', { role: 'admin' }, 'の帳簿\t高\n'],
};
const passage = (text: Piece[]) => ({ label: '', url: 'a/#b', text, beside: [], conditions: [] });

describe('listSampleRows', () => {
  test('gives the rows of the sample as somebody may begin with them', () => {
    expect(listSampleRows('software', software, [passage([table])], wording)).toEqual([
      { kind: 'OS', name: '〇〇システム' },
      { kind: '会計', name: 'システム管理者の帳簿', level: '高' },
    ]);
    const rooms = wording.lists?.['rooms'];
    const high: Piece = { list: 'rooms', as: 'words', group: '高', sample: ['サーバー室・書庫'] };
    const low: Piece = { list: 'rooms', as: 'items', group: '低', sample: ['受付\n倉庫\n'] };
    expect(rooms && listSampleRows('rooms', rooms, [passage(['高いのは', high]), passage([low])], wording)).toEqual([
      { level: '高', name: 'サーバー室' },
      { level: '高', name: '書庫' },
      { level: '低', name: '受付' },
      { level: '低', name: '倉庫' },
    ]);
  });
});

describe('withChanges', () => {
  test('tries rows of a list, and takes them back', () => {
    const rows = toListValue(software, [{ kind: '文書', name: '見本' }]);
    const tried = withChanges(wording, new Map([['lists.software', rows]]));
    expect(compareWordings([passage([table])], wording, tried)).toEqual([
      {
        label: '',
        url: 'a/#b',
        before: '種別\t名称\t段階\nOS\t〇〇システム\t\n会計\tシステム管理者の帳簿\t高',
        after: '種別\t名称\t段階\n文書\t見本',
      },
    ]);
    const back = withChanges(tried, new Map([['lists.software', '']]));
    expect(compareWordings([passage([table])], wording, back)).toEqual([]);
  });
});
