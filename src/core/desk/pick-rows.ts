import { foldText } from '../text/fold.ts';
import { type DeskRow, type RowKind, rowKinds } from './table.ts';

/** What of the table is shown: the chips that are pressed, what is searched for. */
export interface RowFilter {
  /** Of none all are shown. */
  kinds: readonly RowKind[];
  /** Words, all of which stand in the row; '' for any. */
  search: string;
}

/** The columns by which the table can be ordered; `kind` is its own order. */
export type RowOrder = 'kind' | 'name' | 'submittedOn' | 'circles' | 'crosses' | 'unanswered';

/** How many rows there are of each kind, none left out. */
export function countRows(rows: readonly DeskRow[]): Record<RowKind, number> {
  const counts = Object.fromEntries(rowKinds.map((kind) => [kind, 0])) as Record<RowKind, number>;
  for (const { kind } of rows) counts[kind] += 1;
  return counts;
}

/** The rows of some kinds that have all words of a search in a name, a number, a file's name or a note. */
export function filterRows(rows: readonly DeskRow[], { kinds, search }: RowFilter): DeskRow[] {
  const words = search.split(/\s+/u).map(fold).filter(Boolean);
  return rows.filter((row) => {
    if (kinds.length > 0 && !kinds.includes(row.kind)) return false;
    const text = words.length > 0 ? textOf(row) : '';
    return words.every((word) => text.includes(word));
  });
}

/** The rows in another order; rows that are alike in it stay as they were. @param isDown the largest first */
export function sortRows(rows: readonly DeskRow[], order: RowOrder, isDown = false): DeskRow[] {
  const sorted = [...rows].sort((a, b) => compareBy(order, a, b));
  if (!isDown) return sorted;
  // What has no value stays at the end.
  const hasValue = (row: DeskRow) => keyOf(order, row) !== undefined;
  return [...sorted.filter(hasValue).reverse(), ...sorted.filter((row) => !hasValue(row))];
}

function compareBy(order: RowOrder, a: DeskRow, b: DeskRow): number {
  const [one, other] = [keyOf(order, a), keyOf(order, b)];
  if (one === other) return 0;
  if (one === undefined) return 1;
  return other === undefined || one < other ? -1 : 1;
}

/** @returns undefined for what has none: it comes last */
function keyOf(order: RowOrder, row: DeskRow): string | number | undefined {
  if (order === 'kind') return rowKinds.indexOf(row.kind);
  if (order === 'name') return row.name;
  if (order === 'submittedOn') return row.submittedOn || undefined;
  return row.counts?.[order];
}

function textOf({ name, company, shown, others }: DeskRow): string {
  const files = [shown, ...others].flatMap((one) =>
    one ? [one.name, one.documentNumber, one.companyName, one.organization, one.commonName, one.checker] : [],
  );
  const own = company ? [company.person, company.mail, company.note] : [];
  return fold([name, ...own, ...files].join('\n'));
}

function fold(text: string): string {
  return foldText(text).toLowerCase();
}
