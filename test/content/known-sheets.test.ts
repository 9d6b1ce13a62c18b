import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readSheet } from '../../src/core/register/import-sheet.ts';
import { knownSheets, otherNamesFor } from '../../src/core/register/known-sheets.ts';
import type { FormDefinition, FormTable } from '../../src/record/v1/form/definition.ts';
import { tablesOf } from '../../src/record/v1/form/given.ts';
import { sheetOf } from '../core/register/sheet-fixture.ts';

/** A list as its form asks it, from the file that its author writes. */
function tableOf(form: string, table: string): FormTable | undefined {
  const { parts }: Pick<FormDefinition, 'parts'> = parse(readFileSync(`content/forms/${form}.yaml`, 'utf8'));
  return tablesOf({ parts }).find(({ id }) => id === table);
}

describe('knownSheets', () => {
  test('name registers and columns that there are', () => {
    for (const { form, table, names } of knownSheets) {
      const columns = tableOf(form, table)?.columns.map(({ id }) => id) ?? [];
      expect(columns).toEqual(expect.arrayContaining(Object.keys(names)));
    }
  });

  test('a sheet of assets finds its columns, and keeps what has none in the note', () => {
    const table = tableOf('company-asset-inventory', 'entries');
    if (!table) throw new Error('There is no inventory.');
    const sheet = sheetOf([
      [
        '業務分類',
        '情報資産名称',
        '備考',
        '利用者範囲',
        '管理部署',
        '媒体・保存先',
        '機密性',
        '完全性',
        '保存期限',
        '登録日',
      ],
      ['人事', '社員名簿', '', '人事部', '人事部', '書類', '2', '1', '5年', '2026/4/1'],
    ]);
    const read = readSheet(sheet, table, false, {}, otherNamesFor('company-asset-inventory', 'entries'));
    expect(read?.reading.rows.map(({ cells }) => cells)).toEqual([
      {
        asset: '社員名簿',
        department: '人事部',
        users: '人事部',
        place: '書類',
        grade: '2',
        'kept-until': '5年',
        'reviewed-on': '2026-04-01',
        note: '業務分類: 人事\n完全性: 1',
      },
    ]);
  });
});

describe('sheets as offices keep them', () => {
  const day = '2026/11/2';
  const sheets: [form: string, table: string, columns: [heading: string, sample: string, place: string][]][] = [
    [
      'company-entry-register',
      'entries',
      [
        ['No.', '1', ''],
        ['日付', day, 'entered'],
        ['入室時刻', '9:05', 'entered'],
        ['退室時刻', '11:30', 'left'],
        ['会社名', '見本社', 'who'],
        ['氏名', '見本花子', 'who'],
        ['用件', '点検', 'business'],
        ['許可者', '例示太郎', 'permission'],
      ],
    ],
    [
      'higashiosaka-area-register',
      'entries',
      [
        ['日付', day, 'entered'],
        ['会社名', '見本社', 'who'],
        ['氏名', '見本花子', 'who'],
        ['作業内容', '点検', 'work'],
        ['入室時間', '9:00', 'entered'],
        ['退室時間', '10:30', 'left'],
        ['許可', '11/1 課長', 'permission'],
        ['立会者', '例示太郎', 'watcher'],
        ['作業結果', '異常なし', 'result'],
      ],
    ],
    [
      'company-takeout-register',
      'entries',
      [
        ['№', '1', ''],
        ['持出日', day, 'taken-at'],
        ['媒体・管理番号', 'USB-003', 'name'],
        ['内容', '名簿', 'content'],
        ['持出者', '見本花子', 'taken-by'],
        ['持出先', '客先', 'destination'],
        ['許可者', '部長', 'permission'],
        ['返却予定日', day, 'period-until'],
        ['返却日', day, 'returned-at'],
        ['返却確認', '例示太郎', 'return-checker'],
      ],
    ],
    [
      'nerima-dispatch-register',
      'entries',
      [
        ['発送日', day, 'sent-at'],
        ['時刻', '9:05', 'sent-at'],
        ['発送者', '見本花子', 'sender'],
        ['送付先会社', '見本社', 'recipient'],
        ['送付先氏名', '例示太郎', 'recipient'],
        ['内容物', '名簿', 'content'],
        ['媒体', 'USB', 'content'],
        ['方法', '簡易書留', 'way'],
        ['到着確認日', day, 'received'],
      ],
    ],
    [
      'company-disposal-register',
      'media',
      [
        ['廃棄年月日', day, 'done'],
        ['機器名', 'ノートPC', 'name'],
        ['シリアル番号', 'SN-0012', 'name'],
        ['保存データ', '顧客情報', 'content'],
        ['廃棄方法', '物理破壊', 'method'],
        ['証明書番号', 'A-1', 'proof'],
        ['担当', '見本花子', 'worker'],
      ],
    ],
    [
      'company-disclosure-register',
      'requests',
      [
        ['受付日', day, 'received'],
        ['請求者', '見本花子', 'requester'],
        ['請求の種類', '開示請求', 'category'],
        ['内容', '給与', 'content'],
        ['回答日', day, 'notified'],
      ],
    ],
    [
      'log-check-register',
      'entries',
      [
        ['確認日', day, 'checked-on'],
        ['対象期間', '10月分', 'period'],
        ['確認者', '見本花子', 'person'],
        ['ログの種類', '通信ログ', 'log'],
        ['結果', '異常なし', 'found'],
      ],
    ],
  ];

  test.each(sheets)('of %s (%s) find their columns', (form, id, columns) => {
    const table = tableOf(form, id);
    if (!table) throw new Error(`There is no ${form}.`);
    const read = readSheet(
      sheetOf([columns.map(([heading]) => heading), columns.map(([, sample]) => sample)]),
      table,
      false,
    );
    expect(read?.columns.map(({ heading, samples, place }) => [heading, samples[0], place])).toEqual(columns);
  });
});
