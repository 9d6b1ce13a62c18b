import { describe, expect, test } from 'vitest';
import { countAnswers } from '../../../src/record/v1/checklist/count.ts';
import type { SummaryColumn, SummaryDocument, SummaryRow } from '../../../src/record/v1/summary/summary-document.ts';
import { countExpired, countRowsToSee, rowsToSeeFirst } from '../../../src/ui/verify/see-first.ts';
import { definition, filled } from '../../record/v1/checklist/fixture.ts';
import { summary } from './fixture.ts';

const two: SummaryColumn[] = [
  { label: 'No', share: 0.2 },
  { label: '確認項目', share: 0.8, header: true },
];

function row(number: string, weight: SummaryRow['weight']): SummaryRow {
  return { cells: [number, '鍵のかかる場所に保管していますか。'], weight };
}

function withTables(...tables: { columns: SummaryColumn[]; rows: SummaryRow[] }[]): SummaryDocument {
  return { ...summary, blocks: tables.map((table, index) => ({ kind: 'table', caption: `表${index}`, ...table })) };
}

describe('rowsToSeeFirst', () => {
  test('puts × before 未回答 over all tables, and leaves out what is done', () => {
    const document = withTables(
      { columns: two, rows: [row('1', 'open'), row('2', 'plain'), row('3', 'attention')] },
      { columns: two, rows: [row('4', 'attention'), row('5', 'open')] },
    );
    const [table, ...others] = rowsToSeeFirst(document);
    expect(others).toEqual([]);
    expect(table?.rows.map(({ cells }) => cells[0])).toEqual(['3', '4', '1', '5']);
  });

  test('keeps tables with other columns apart', () => {
    const other: SummaryColumn[] = [{ label: '帳票', share: 1 }];
    const document = withTables(
      { columns: two, rows: [row('1', 'attention')] },
      { columns: other, rows: [{ cells: ['持出管理簿'], weight: 'open' }] },
    );
    expect(rowsToSeeFirst(document).map(({ columns, rows }) => [columns.length, rows.length])).toEqual([
      [2, 1],
      [1, 1],
    ]);
  });

  test('is empty when all is done', () => {
    expect(rowsToSeeFirst(withTables({ columns: two, rows: [row('1', 'plain')] }))).toEqual([]);
  });

  test('finds in a real summary as many rows as the answers say', () => {
    const { crosses, unanswered } = countAnswers(definition, filled);
    expect([crosses, unanswered]).toEqual([1, 1]);
    expect(countRowsToSee(rowsToSeeFirst(summary))).toEqual({ attention: crosses, open: unanswered });
  });
});

describe('countExpired', () => {
  const items = {
    manager: { ...filled.items['manager'], evidenceUntil: '2026-11-20' },
    rules: { ...filled.items['rules'], evidenceUntil: '2027-03-31' },
    training: { ...filled.items['training'], evidenceUntil: '期限なし' },
  };
  const answers = { ...filled, items } as typeof filled;

  test('counts the records that had ceased to hold on the day of the check, in Japan', () => {
    // 23:59 and 00:00 in Japan, the last day and the next.
    expect(countExpired({ answers }, new Date('2026-11-20T14:59:00Z'))).toBe(0);
    expect(countExpired({ answers }, new Date('2026-11-20T15:00:00Z'))).toBe(1);
    expect(countExpired({ answers }, new Date('2027-04-01T00:00:00Z'))).toBe(2);
  });
});
