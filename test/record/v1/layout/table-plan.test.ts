import { describe, expect, test } from 'vitest';
import { isWideTable, liesAcross, planTable } from '../../../../src/record/v1/layout/table-plan.ts';
import type { SummaryBlock } from '../../../../src/record/v1/summary/summary-document.ts';
import { shareLibrary } from '../../../support/share-library.ts';

const even = (count: number) => Array.from({ length: count }, () => ({ share: 1 / count }));
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const table = (count: number): SummaryBlock => ({
  kind: 'table',
  caption: '',
  columns: even(count).map((one) => ({ label: '列', ...one })),
  rows: [],
});

describe('liesAcross', () => {
  test.each([
    [1, false],
    [7, false],
    [8, true],
    [11, true],
    [20, true],
  ])('%i columns', (count, expected) => {
    expect(liesAcross([{ kind: 'heading', text: '名簿' }, table(3), table(count)])).toBe(expected);
  });

  test('a paper without a table stands upright', () => {
    expect(liesAcross([{ kind: 'paragraph', text: '届け出ます。' }])).toBe(false);
  });
});

describe('planTable', () => {
  test('columns that are wide enough keep their shares', () => {
    expect(planTable(even(5), false).shares).toEqual(even(5).map(({ share }) => share));
  });

  test('a column too narrow to write in gets room from the others, each giving by what it has', () => {
    const { shares, size, padding } = planTable([{ share: 0.03 }, { share: 0.57 }, { share: 0.4 }], false);
    expect(((shares[0] ?? 0) * (595.28 - 112) - 2 * padding) / size).toBeCloseTo(4, 5);
    expect(sum(shares)).toBeCloseTo(1, 10);
    expect(shares[1]).toBeGreaterThan(shares[2] ?? 1);
  });

  test('where no column can spare anything they stay as they are', () => {
    const columns = [{ share: 0.01 }, ...even(30).map(({ share }) => ({ share: share * 0.99 }))];
    expect(planTable(columns, true).shares).toEqual(columns.map(({ share }) => share));
  });

  test('in every form of the site each column holds four characters a line or more, of 8 points or more', async () => {
    const { forms } = await shareLibrary('content');
    const crowded = forms.flatMap(({ definition }) => {
      const tables = definition.parts.filter((part) => part.kind === 'table');
      const across = tables.some(({ columns }) => isWideTable(columns));
      const width = (across ? 841.89 : 595.28) - 112;
      return tables.flatMap(({ id, columns }) => {
        const { shares, size, padding } = planTable(columns, across);
        const least = Math.min(...shares.map((share) => (share * width - 2 * padding) / size));
        return size < 8 || least < 3.99 ? [`${definition.id} ${id}: ${least}`] : [];
      });
    });
    expect(crowded).toEqual([]);
  });
});
