import { describe, expect, test } from 'vitest';
import type { CheckResult } from '../../../src/core/csv/check-results.ts';
import { toResultSheets } from '../../../src/core/csv/result-sheets.ts';
import { readXlsx } from '../../../src/importer/list/read-xlsx.ts';
import { toSentForm } from '../../../src/record/v1/form/answer-set.ts';
import type { FormAnswers } from '../../../src/record/v1/form/answers.ts';
import type { FormDefinition } from '../../../src/record/v1/form/definition.ts';
import { emptyFormAnswers } from '../../../src/record/v1/form/given.ts';
import { summarizeForm } from '../../../src/record/v1/form/summarize.ts';
import { writeWorkbook } from '../../../src/ui/parts/write-workbook.ts';
import { plan, planned, pledge, row } from '../../record/v1/form/fixture.ts';
import { toFile } from '../../support/record.ts';

const documentNumber = '3F2A-9C01-77B4';
const roster: FormAnswers = {
  ...emptyFormAnswers(pledge, 'roster'),
  tables: {
    people: Array.from({ length: 60 }, (_, at) => row(`p${at}`, { name: `=見本${at}`, birthday: '1990-02-03' })),
  },
};

function checked(fileName: string, definition: FormDefinition, answers: FormAnswers): CheckResult {
  const sent = toSentForm(definition, answers);
  const file = toFile(definition, sent, summarizeForm(definition, sent, { documentNumber }));
  const signed = {
    commonName: '髙橋',
    organization: '',
    fingerprint: '01',
    claimedTime: new Date(0),
    documentNumber,
    file,
  };
  const state = { sha256: 'ab', state: '署名したときのまま', reason: '', grades: [], remarks: [] };
  return { ...state, fileName, checkedAt: new Date(0), signed };
}

const results = [
  checked('計画.pdf', plan, planned),
  checked('名簿.pdf', pledge, roster),
  checked('別の計画.pdf', plan, planned),
];
const texts = (at: number) =>
  toResultSheets(results, 'kitei 0.1.0', (text) => text)[at]?.rows.map((cells) =>
    cells.map((cell) => (cell.kind === 'text' ? cell.text : '')),
  ) ?? [];

describe('toResultSheets', () => {
  test('has a row for each file first, then a sheet for each table', () => {
    const names = toResultSheets(results, 'kitei 0.1.0', (text) => text).map(({ name }) => name);
    expect(names).toEqual(['結果', '1 情報の保存媒体 作業実施計画書（別添1）', '従事者 誓約書']);
    expect(texts(0).map(([file]) => file)).toEqual(['ファイル名', '計画.pdf', '名簿.pdf', '別の計画.pdf']);
  });

  test('has every row of every file, with the file that it is in', () => {
    expect(texts(1)).toEqual([
      ['ファイル名', '文書番号', '行', '情報の種類（注1）', '作業の方法', '作業実施者'],
      ['計画.pdf', documentNumber, '1', '紙媒体', '返却', '山田'],
      ['計画.pdf', documentNumber, '2', '電磁的記録媒体', 'データ抹消 ソフトウェア', ''],
      ['別の計画.pdf', documentNumber, '1', '紙媒体', '返却', '山田'],
      ['別の計画.pdf', documentNumber, '2', '電磁的記録媒体', 'データ抹消 ソフトウェア', ''],
    ]);
    expect(texts(2)).toHaveLength(61);
    expect(texts(2).at(-1)).toEqual(['名簿.pdf', documentNumber, '60', '=見本59', '1990-02-03']);
  });

  test('is an Excel file in which every cell is a text', async () => {
    const workbook = await writeWorkbook(toResultSheets(results, 'kitei 0.1.0', (text) => text));
    const sheets = readXlsx(new Uint8Array(await workbook.arrayBuffer()));
    expect(sheets[2]?.rows.get(2)?.get(4)?.text).toBe('=見本0');
    expect(sheets.map(({ rows }) => rows.size)).toEqual([4, 5, 61]);
  });

  test('two tables of one name have sheets of two names, short enough for Excel', () => {
    const twice = { ...pledge, id: 'other-pledge', title: '誓約書'.repeat(20) };
    const again = { ...twice, id: 'third-pledge' };
    const more = [twice, again].map((form) => checked('x.pdf', form, { ...roster, form: form.id }));
    const names = toResultSheets(more, '', (text) => text).map(({ name }) => name);
    expect(new Set(names).size).toBe(3);
    expect(Math.max(...names.map(({ length }) => length))).toBeLessThanOrEqual(31);
  });
});
