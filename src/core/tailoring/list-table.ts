import { toSentText } from '../../record/v1/form/sent-text.ts';
import type { PaperSheet, SheetValue } from '../form/sheets.ts';
import { foldText } from '../text/fold.ts';
import type { CompanyList, ListColumn } from './company-list.ts';
import { longestCell, mostListRows } from './list-limits.ts';
import type { ListRow } from './list-rows.ts';

/** Rows that a table of cells holds, and what of it found no place. */
export interface ListTable {
  rows: ListRow[];
  /** Whether a row said which column is which. */
  hasHead: boolean;
  /** Heads of columns that the list does not have. */
  unknown: string[];
  /** How many rows were left out, because a list takes no more. */
  leftOut: number;
  /** How many cells were cut, because they were too long. */
  cut: number;
}

/** How far down the row with the heads is looked for. */
const headWithin = 20;

/**
 * Reads cells of a spreadsheet. Where a row has the labels of the columns, it says which is which, whatever stands above
 * it; else the columns are taken in their order.
 */
export function readListTable({ columns }: CompanyList, cells: readonly (readonly string[])[]): ListTable {
  const head = findHead(columns, cells);
  const found = head?.columns ?? columns;
  const unknown = head ? head.labels.filter((label, at) => label.trim() !== '' && !head.columns[at]) : [];
  let cut = 0;
  const rows = cells.slice(head ? head.at + 1 : 0).flatMap((texts): ListRow[] => {
    const row = found.flatMap((column, at): [string, string][] => {
      const text = column ? toCell(column, texts[at] ?? '') : '';
      if (text.length > longestCell) cut += 1;
      return column && text !== '' ? [[column.id, text.slice(0, longestCell)]] : [];
    });
    return row.length > 0 ? [Object.fromEntries(row)] : [];
  });
  const leftOut = Math.max(0, rows.length - mostListRows);
  return { rows: rows.slice(0, mostListRows), hasHead: head !== undefined, unknown, leftOut, cut };
}

/** A cell as it is written: one line, a day as 2026-11-29, an option in the words of the list. */
export function toCell({ kind = 'line', options }: ListColumn, typed: string): string {
  const text = typed.replace(/[\p{Zl}\p{Zp}\t]/gu, ' ').replace(/(?!\n)\p{Cc}/gu, '');
  return toSentText({ kind, ...(options && { options }) }, text);
}

function findHead(columns: readonly ListColumn[], cells: readonly (readonly string[])[]) {
  for (const [at, labels] of cells.slice(0, headWithin).entries()) {
    const free = [...columns];
    const found = labels.map((label) => {
      const index = free.findIndex((column) => foldText(column.label) === foldText(label));
      return index < 0 ? undefined : free.splice(index, 1)[0];
    });
    const count = found.filter(Boolean).length;
    if (count >= Math.min(2, columns.length)) return { at, labels, columns: found };
  }
  return undefined;
}

/** The list as a sheet of a workbook: its labels, then its rows. Excel takes no longer name than 31 letters. */
export function toListSheet({ title, columns }: CompanyList, rows: readonly ListRow[]): PaperSheet {
  const text = (value: string): SheetValue => ({ kind: 'text', text: value });
  return {
    name: title.replace(/[\\/?*[\]:']/g, ' ').slice(0, 31),
    widths: columns.map(({ kind }) => (kind === 'date' ? 16 : 32)),
    rows: [columns.map(({ label }) => text(label)), ...rows.map((row) => columns.map(({ id }) => text(row[id] ?? '')))],
  };
}
