import { formatDate } from '../text/date.ts';
import { columnsOf, type FilledList, rowsOf } from './list-rows.ts';

/** How the rows of a company stand in a place of a page. */
export interface ListManner {
  /** As a table, as items, or as words in a sentence; left out, nothing takes the place of the sample's words. */
  as?: 'table' | 'items' | 'words';
  /** Only the rows of this group. */
  group?: string;
  /** Citation of the place that has the rows: here stands a sentence that says so. */
  at?: string;
  /** Items have `・` before them. */
  marked?: true;
}

/** Fills in the roles that a cell or a label names. */
type Fill = (text: string) => string;

/** What stands where a list of the company has no row for a place. */
export const noRows = '該当するものはない。';

/** What stands where the rows of a list are in another place. */
export function sayElsewhere({ title }: Pick<FilledList, 'title'>): string {
  return `「${title}」の行は、一つの表にまとめて示す。`;
}

/** What stands over the columns of a place. */
export function toListHead(list: FilledList, group: string | undefined, fill: Fill): string[] {
  return columnsOf(list, group).map(({ label }) => fill(label));
}

/** The rows of a place, a text for each of its columns. */
export function toListLines(list: FilledList, group: string | undefined, fill: Fill): string[][] {
  const columns = columnsOf(list, group);
  return rowsOf(list, group).map((row) =>
    columns.map(({ id, kind }) => (kind === 'date' ? formatDate(row[id] ?? '') : fill(row[id] ?? ''))),
  );
}

/** A row in one line: the first of its words, the others in brackets. */
export function nameCells(cells: readonly string[]): string {
  const [first = '', ...others] = cells.filter((cell) => cell !== '');
  return others.length > 0 ? `${first}（${others.join('、')}）` : first;
}

/** The rows as words in a sentence. */
export function toListWords(list: FilledList, group: string | undefined, fill: Fill): string {
  return toListLines(list, group, fill).map(nameCells).join('・') || 'なし';
}

/** What stands in a place of a list with the company's rows, as plain text: a line a row, its cells apart by tabs. */
export function toListText({ as, group, at, marked }: ListManner, list: FilledList, fill: Fill): string {
  if (at !== undefined) return `${sayElsewhere(list)}\n`;
  if (as === 'words') return toListWords(list, group, fill);
  const isTable = as === 'table';
  const lines = toListLines(list, group, fill).map((cells) => (isTable ? cells.join('\t') : nameCells(cells)));
  const shown = marked && !isTable ? lines.map((line) => `・${line}`) : lines;
  // Behind the rows of the sample they need no head, and nothing is missing without them.
  const before = isTable && !list.adds ? [toListHead(list, group, fill).join('\t')] : [];
  const none = lines.length === 0 && !list.adds ? [noRows] : [];
  return [...before, ...shown, ...none].map((line) => `${line}\n`).join('');
}
