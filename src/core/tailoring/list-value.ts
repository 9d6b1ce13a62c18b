import type { CompanyList } from './company-list.ts';
import { longestCell, mostListRows } from './list-limits.ts';
import type { ListRow } from './list-rows.ts';

/** The path of a list among the values of the page that makes a site a company's own: `lists.backups`. */
export function listPath(id: string): string {
  return `lists.${id}`;
}

/** The id of the list that a path names. */
export function listIdOf(path: string): string | undefined {
  return path.startsWith('lists.') ? path.slice('lists.'.length) : undefined;
}

/**
 * Rows as a value of that page, which are all texts: '' while the rows of the sample stand. Cells are in the order of the
 * columns and empty ones are left out, so that the same rows are the same text.
 */
export function toListValue({ columns }: CompanyList, rows: readonly ListRow[] | undefined): string {
  if (!rows) return '';
  const cellsOf = (row: ListRow) =>
    Object.fromEntries(columns.flatMap(({ id }) => (row[id]?.trim() ? [[id, row[id]?.trim()]] : [])));
  return JSON.stringify(rows.map(cellsOf).filter((row) => Object.keys(row).length > 0));
}

/** The rows of such a value, which may come from a damaged draft; undefined for '' and for what holds no rows. */
export function fromListValue(value: string): ListRow[] | undefined {
  if (value === '') return undefined;
  try {
    const rows: unknown = JSON.parse(value);
    return Array.isArray(rows) && rows.length <= mostListRows && rows.every(isRow) ? rows : undefined;
  } catch {
    // No JSON: no rows.
    return undefined;
  }
}

function isRow(value: unknown): value is ListRow {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(
    ([id, text]) => /^[a-z][A-Za-z0-9]*$/.test(id) && typeof text === 'string' && text.length <= 2 * longestCell,
  );
}
