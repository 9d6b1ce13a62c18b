import type { FormColumn, FormTable } from '../../record/v1/form/definition.ts';
import type { TableRules } from './rules.ts';

/**
 * The column that tells entries apart best: the first that has to be filled in and is no day, no choice, and not who did it.
 * @param cells of an entry; one that came in without that column is told by the next that it has
 */
export function titleColumn(
  { columns }: Pick<FormTable, 'columns'>,
  { on }: Pick<TableRules, 'on'>,
  cells?: Readonly<Record<string, string>>,
): FormColumn | undefined {
  const isDay = ({ kind }: FormColumn) => kind === 'date' || kind === 'moment';
  const others = columns.filter((column) => column.id !== on && !isDay(column));
  const required = others.filter((column) => column.required);
  const best = required.find(tellsApart) ?? required[0] ?? others[0];
  if (!cells || (best && (cells[best.id] ?? '') !== '')) return best;
  return others.find(({ id }) => (cells[id] ?? '') !== '') ?? best;
}

/** The same few people and choices stand in entry after entry. */
function tellsApart({ kind, label }: FormColumn): boolean {
  return kind !== 'one' && kind !== 'several' && !/た者$|担当者$/.test(label);
}
