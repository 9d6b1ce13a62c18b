import { beforeAll, describe, expect, test } from 'vitest';
import { buildCrosswalk, listDocuments } from '../../../src/core/crosswalk/crosswalk.ts';
import { type ExportData, selectRows, toExportData } from '../../../src/core/crosswalk/export.ts';
import { toCsv } from '../../../src/core/csv/csv.ts';
import { shareLibrary } from '../../support/share-library.ts';
import { parseCsv } from '../csv/reference-csv.ts';

let data: ExportData;
beforeAll(async () => {
  const library = await shareLibrary('test/fixtures/content');
  data = toExportData(buildCrosswalk(library), listDocuments(library.handbooks, library.ours));
});

describe('selectRows', () => {
  test('gives every row as many cells as there are heads', () => {
    for (const row of selectRows(data, undefined, [])) expect(row).toHaveLength(data.heads.length);
  });

  test('keeps to the topic and the chosen documents', () => {
    const [, ...rows] = selectRows(data, 'disposal', ['nerima', 'rodokyoku']);
    expect(new Set(rows.map((row) => row[2]))).toEqual(new Set(['練馬区特記事項', '労働局の措置']));
    expect(rows.filter((row) => row[0] === '条')).toHaveLength(6 + 17);
    const plan = rows.find((row) => row[0]?.includes('計画や承認') && row[2] === '労働局の措置');
    const isStrictest = data.heads.indexOf('最も厳しい');
    expect(plan?.[isStrictest]).toBe('○');
    const record = rows.find((row) => row[0] === '提出物・記録' && row[7] === '作業完了報告書（別添2）');
    expect(record?.slice(2, 10)).toEqual([
      '労働局の措置',
      '3.(2)なお書き',
      'だれが: 協議会。相手: 労働局。様式: 別添2',
      '',
      '実施前に承認、承認後速やかに実施、実施後速やかに提出',
      '作業完了報告書（別添2）',
      '報告',
      '間',
    ]);
  });

  test('says what a difference is between the chosen documents, and nothing of the others', () => {
    const [, ...rows] = selectRows(data, 'transfer', ['nerima', 'company']);
    const mail = rows.filter((row) => row[0]?.endsWith('個人情報をメールで送ってよいか'));
    expect(mail.map(([kind]) => kind)).toEqual(Array(2).fill('扱いの差: 個人情報をメールで送ってよいか'));
    expect(mail.map((row) => row[10])).toEqual(['', '']);
    expect(mail.map((row) => row[11])).toEqual(['', '']);
    const [, ...all] = selectRows(data, 'transfer', []);
    expect(all.map(([kind]) => kind)).toContain('矛盾: 個人情報をメールで送ってよいか');
    // One document alone differs from nothing.
    const [, ...one] = selectRows(data, 'transfer', ['nerima']);
    expect(one.filter(([kind]) => kind?.includes(':'))).toEqual([]);
  });

  test('is read back from the file as it was', () => {
    const rows = selectRows(data, 'transfer', []);
    const csv = toCsv(rows);
    expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(parseCsv(csv.slice(1))).toEqual(rows);
  });
});
