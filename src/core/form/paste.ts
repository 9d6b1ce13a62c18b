import type { FormRow } from '../../record/v1/form/answers.ts';
import type { FormColumn } from '../../record/v1/form/definition.ts';
import { mostRows } from '../../record/v1/form/limits.ts';
import { toSentText } from '../../record/v1/form/sent-text.ts';

/**
 * Cells as a spreadsheet puts them on the clipboard: tabs between them, a line a row, and what holds a tab, a line break or
 * a quotation mark in quotation marks.
 */
export function parseCells(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy;
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    const [, quoted, plain = '', end] = match;
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"').replace(/\r\n?/g, '\n'));
    if (end === '' || end === undefined) break;
    if (end !== '\t') rows.push([]);
  }
  // A copied range ends with the end of its last line.
  if (rows.length > 1 && rows.at(-1)?.every((one) => one === '')) rows.pop();
  return rows;
}

export interface Pasted {
  rows: FormRow[];
  /** What was filled. */
  filled: { rows: number; columns: number };
  /** What had no place: columns beyond the last one, rows beyond the most that a form takes. */
  leftOut: { rows: number; columns: number };
}

/**
 * Rows with cells put over them, from one cell on to the right and down; rows that are not there are added.
 * @param newId gives a row its id
 */
export function pasteCells(
  rows: readonly FormRow[],
  columns: readonly FormColumn[],
  at: { rowId: string; columnId: string },
  cells: readonly (readonly string[])[],
  newId: () => string,
): Pasted {
  const top = Math.max(
    0,
    rows.findIndex(({ id }) => id === at.rowId),
  );
  const left = columns.findIndex(({ id }) => id === at.columnId);
  const free = columns.slice(Math.max(0, left));
  const wide = Math.max(...cells.map((row) => row.length));
  const taken = cells.slice(0, mostRows - top);
  const pasted = [...rows];
  for (const [index, texts] of taken.entries()) {
    const row = pasted[top + index] ?? { id: newId(), cells: {} };
    const entries = free.slice(0, texts.length).map((column, i) => [column.id, toSentText(column, texts[i] ?? '')]);
    pasted[top + index] = { ...row, cells: { ...row.cells, ...Object.fromEntries(entries) } };
  }
  return {
    rows: pasted,
    filled: { rows: taken.length, columns: Math.min(wide, free.length) },
    leftOut: { rows: cells.length - taken.length, columns: Math.max(0, wide - free.length) },
  };
}
