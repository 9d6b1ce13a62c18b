import type { FormRow } from '../../record/v1/form/answers.ts';

/** Rows with one changed cell; a row that is not there changes nothing. */
export function withCell(rows: readonly FormRow[], rowId: string, columnId: string, text: string): FormRow[] {
  return rows.map((row) => (row.id === rowId ? { ...row, cells: { ...row.cells, [columnId]: text } } : row));
}

/** Rows without one. */
export function withoutRow(rows: readonly FormRow[], rowId: string): FormRow[] {
  return rows.filter(({ id }) => id !== rowId);
}

/** Rows with one moved up (-1) or down (1); at the end it stays where it is. */
export function withMoved(rows: readonly FormRow[], rowId: string, by: -1 | 1): FormRow[] {
  const at = rows.findIndex(({ id }) => id === rowId);
  const [row, other] = [rows[at], rows[at + by]];
  if (!row || !other) return [...rows];
  return rows.map((one, index) => (index === at ? other : index === at + by ? row : one));
}

/** Rows with a copy of one behind it. */
export function withCopy(rows: readonly FormRow[], rowId: string, copyId: string): FormRow[] {
  return rows.flatMap((row) => (row.id === rowId ? [row, { id: copyId, cells: { ...row.cells } }] : [row]));
}
