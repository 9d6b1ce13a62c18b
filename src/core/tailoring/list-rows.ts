import { isDate } from '../text/date.ts';
import type { CompanyList, ListColumn } from './company-list.ts';

/** A row of a list: texts by column; what is empty is left out. */
export type ListRow = Readonly<Record<string, string>>;

/** A list with the rows of the company; without any, those of the sample stand on the pages. */
export interface FilledList extends CompanyList {
  rows?: readonly ListRow[] | undefined;
}

/** The rows of a place: all, or those of its group. */
export function rowsOf({ by, rows = [] }: FilledList, group?: string): readonly ListRow[] {
  return by === undefined || group === undefined ? rows : rows.filter((row) => row[by] === group);
}

/**
 * The columns of a place: without the one that says its group, and without one that the sample lacks while no row of the
 * whole list says anything there.
 */
export function columnsOf({ columns, by, rows = [] }: FilledList, group?: string): ListColumn[] {
  return columns.filter(
    ({ id, added }) => !(group !== undefined && id === by) && (!added || rows.some((row) => (row[id] ?? '') !== '')),
  );
}

/** A row as a person is told of it: 3行目（パソコンの OS、Windows）. @param number from 1 on */
export function nameRow({ columns }: CompanyList, row: ListRow, number: number): string {
  const words = columns.flatMap(({ id }) => row[id] || []).slice(0, 2);
  return `${number}行目${words.length > 0 ? `（${words.join('、')}）` : ''}`;
}

/** What is wrong with a cell, for whoever writes it. */
export interface RowFault {
  /** From 0 on. */
  row: number;
  column: string;
  problem: string;
  hint: string;
}

/** Everything in rows that their list does not take; columns that it does not have are looked up elsewhere. */
export function findRowFaults(list: CompanyList, rows: readonly ListRow[]): RowFault[] {
  return rows.flatMap((cells, row) =>
    list.columns.flatMap((column): RowFault[] => {
      const fault = faultOf(column, cells[column.id]?.trim() ?? '');
      return fault ? [{ row, column: column.id, ...fault }] : [];
    }),
  );
}

function faultOf(
  { kind, label, options = [], required }: ListColumn,
  cell: string,
): Omit<RowFault, 'row' | 'column'> | undefined {
  if (cell === '') {
    return required && { problem: `「${label}」が空です。`, hint: 'この列は、どの行にも書いてください。' };
  }
  if (kind === 'date' && !isDate(cell)) {
    return { problem: `「${cell}」は日付ではありません。`, hint: '日付は 2026-11-29 のように書いてください。' };
  }
  if (kind === 'one' && !options.includes(cell)) {
    return {
      problem: `「${label}」に「${cell}」とは書けません。`,
      hint: `次のどれかを書いてください: ${options.join('、')}。`,
    };
  }
  return undefined;
}
