import { toSentText } from '../../record/v1/form/sent-text.ts';
import type { PaperSheet, SheetValue } from '../form/sheets.ts';
import { foldText } from '../text/fold.ts';
import type { CompanyList, ListColumn } from './company-list.ts';
import { findHead } from './list-heads.ts';
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
  /** How many rows have their first cell from the row above, as in a table whose equal cells are merged. */
  joined: number;
}

/**
 * Reads cells of a spreadsheet. Where a row has the labels of the columns, it says which is which, whatever stands above
 * it; else the columns are taken in their order. What a row is about stands once where equal cells are merged, as the
 * sample's tables have them, and is then put into every row.
 */
export function readListTable({ columns }: CompanyList, cells: readonly (readonly string[])[]): ListTable {
  const head = findHead(columns, cells);
  const found = head?.columns ?? columns;
  const unknown = head ? head.labels.filter((label, at) => label.trim() !== '' && !head.columns[at]) : [];
  const subject = found.includes(columns[0]) && columns[0]?.required ? columns[0].id : undefined;
  let cut = 0;
  let joined = 0;
  let above = '';
  const lines = cells.slice(head ? head.at + 1 : 0).flatMap((texts): ListRow[] => {
    const row = found.flatMap((column, at): [string, string][] => {
      const text = column ? toCell(column, texts[at] ?? '') : '';
      if (text.length > longestCell) cut += 1;
      return column && text !== '' ? [[column.id, text.slice(0, longestCell)]] : [];
    });
    return row.length > 0 ? [Object.fromEntries(row)] : [];
  });
  const rows = lines.slice(0, mostListRows).map((row) => {
    if (subject === undefined) return row;
    if (row[subject] === undefined && above !== '') {
      joined += 1;
      return { ...row, [subject]: above };
    }
    above = row[subject] ?? '';
    return row;
  });
  return {
    rows,
    hasHead: head !== undefined,
    unknown,
    leftOut: lines.length - rows.length,
    cut,
    joined,
  };
}

/** A cell as it is written: one line, a day as 2026-11-29, an option in the words of the list. */
export function toCell({ kind = 'line', options }: ListColumn, typed: string): string {
  const text = typed.replace(/[\p{Zl}\p{Zp}\t]/gu, ' ').replace(/(?!\n)\p{Cc}/gu, '');
  const sent = toSentText({ kind, ...(options && { options }) }, text);
  return options && !options.includes(sent) ? (findOption(options, sent) ?? sent) : sent;
}

/**
 * The one option that is meant by words that hold it or that it holds, e.g. レベル1 by レベル1領域 or 1. Where more than one
 * could be, or where the words say more than it with a number, nothing is guessed.
 */
function findOption(options: readonly string[], typed: string): string | undefined {
  const words = toCore(typed);
  if (words === '') return undefined;
  const cores = options.map(toCore);
  const same = cores.flatMap((core, at) => (core === words ? [at] : []));
  const held = cores.flatMap((core, at) =>
    core !== '' && words.includes(core) && !/\d/.test(words.replace(core, '')) ? [at] : [],
  );
  const holding = cores.flatMap((core, at) => (core.includes(words) ? [at] : []));
  const [found] = [same, held, holding].filter(({ length }) => length === 1);
  return found?.[0] === undefined ? undefined : options[found[0]];
}

/** Without kana, 等 and marks, which are left out and put in as one likes. */
function toCore(text: string): string {
  return foldText(text).replace(/[ぁ-ん等、。・()「」【】]/g, '');
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
