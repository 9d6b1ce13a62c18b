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
