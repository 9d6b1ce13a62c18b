import type { SummaryColumn, SummaryRow } from '../../record/v1/summary/summary-document.ts';
import { type MarkupElement, markup } from '../parts/markup.ts';

/** A table of a summary. */
export interface SummaryTable {
  caption: string;
  columns: readonly SummaryColumn[];
  rows: readonly SummaryRow[];
}

/**
 * One table of a summary: columns as wide as their shares, rows marked `data-weight`. The roles say again what the
 * elements mean, because narrow screens show cells as blocks; `data-l` is the column's label for that.
 * @param looks class of the table, widths of the columns where they are not their shares, and what else a row is marked with
 */
export function toTableMarkup(
  { caption, columns, rows }: SummaryTable,
  looks: { table: string; shares?: readonly number[]; ofRow?: (row: SummaryRow) => Readonly<Record<string, string>> },
): MarkupElement {
  const cols = columns.map(({ share }, index) =>
    markup('col', { style: `width: ${(looks.shares?.[index] ?? share) * 100}%` }),
  );
  const heads = columns.map(({ label }) => markup('th', { scope: 'col', role: 'columnheader' }, label));
  const body = rows.map((row) =>
    markup(
      'tr',
      { role: 'row', 'data-weight': row.weight, ...looks.ofRow?.(row) },
      ...row.cells.map((text, index) => toCell(text, columns[index])),
    ),
  );
  return markup(
    'table',
    { class: looks.table, role: 'table' },
    ...(caption ? [markup('caption', {}, caption)] : []),
    markup('colgroup', {}, ...cols),
    markup('thead', { role: 'rowgroup' }, markup('tr', { role: 'row' }, ...heads)),
    markup('tbody', { role: 'rowgroup' }, ...body),
  );
}

/** `2027年1月31日`, `令和9年1月31日`: read in one glance, and broken at most after the year. */
const dates = /((?:\d{4}|[令平昭大明][和成正治](?:\d{1,2}|元))年|\d{1,2}月\d{1,2}日)/;

function toCell(text: string, column: SummaryColumn | undefined): MarkupElement {
  const pieces = text
    .split(dates)
    .filter((piece) => piece !== '')
    .map((piece) => (dates.test(piece) ? markup('span', { class: 'k-whole' }, piece) : piece));
  // On narrow screens a cell is a grid of its label and what it holds: that must be one thing.
  const held = pieces.length > 1 ? [markup('span', {}, ...pieces)] : pieces;
  const label: Readonly<Record<string, string>> = column ? { 'data-l': column.label } : {};
  return column?.header
    ? markup('th', { scope: 'row', role: 'rowheader', ...label }, ...held)
    : markup('td', { role: 'cell', ...label }, ...held);
}
