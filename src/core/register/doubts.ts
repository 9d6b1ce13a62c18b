import type { FormTable } from '../../record/v1/form/definition.ts';
import { isDate } from '../text/date.ts';
import type { TableRules } from './rules.ts';

/** What may be a slip in an entry that can be kept as it is. */
export interface Doubt {
  /** A day of what happened that is yet to come; an end that lies before its beginning. */
  kind: 'ahead' | 'before';
  /** Label of the column, and of the one that it lies before. */
  label: string;
  than: string;
}

/**
 * Days of an entry that are worth a second look: none of them is refused, for only the person knows.
 * @param today `YYYY-MM-DD`
 */
export function findDoubts(
  { columns }: Pick<FormTable, 'columns'>,
  { on, closedBy }: Pick<TableRules, 'on' | 'closedBy'>,
  cells: Readonly<Record<string, string>>,
  today: string,
): Doubt[] {
  const labelOf = (id: string) => columns.find((column) => column.id === id)?.label ?? '';
  const textOf = (id: string) => {
    const text = cells[id] ?? '';
    return isDate(text.slice(0, 10)) ? text : '';
  };
  const begun = textOf(on);
  const ends = closedBy.filter((id) => textOf(id) !== '');
  return [
    ...[on, ...ends]
      .filter((id) => textOf(id).slice(0, 10) > today)
      .map((id): Doubt => ({ kind: 'ahead', label: labelOf(id), than: '' })),
    ...ends
      .filter((id) => isEarlier(textOf(id), begun))
      .map((id): Doubt => ({ kind: 'before', label: labelOf(id), than: labelOf(on) })),
  ];
}

/** Of two days one of which has no time, the days alone are compared. */
function isEarlier(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) < other.slice(0, length);
}
