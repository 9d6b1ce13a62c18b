import { beforeAll, describe, expect, test } from 'vitest';
import { readLibrary } from '../../../src/compiler/library.ts';
import { buildCrosswalk, listDocuments } from '../../../src/core/crosswalk/crosswalk.ts';
import { type ExportData, selectRows, toExportData } from '../../../src/core/crosswalk/export.ts';
import { toCsv } from '../../../src/core/csv/csv.ts';
import { parseCsv } from '../csv/reference-csv.ts';

let data: ExportData;
beforeAll(async () => {
  const library = await readLibrary('test/fixtures/content', '/');
  data = toExportData(buildCrosswalk(library, 'company'), listDocuments(library.handbooks, 'company'));
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
    expect(plan?.[9]).toBe('○');
  });

  test('is read back from the file as it was', () => {
    const rows = selectRows(data, 'transfer', []);
    const csv = toCsv(rows);
    expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(parseCsv(csv.slice(1))).toEqual(rows);
  });
});
