import type { FormColumn, FormTable } from '../../record/v1/form/definition.ts';
import type { TableRules } from './rules.ts';

/** The column that tells entries apart best: the first that has to be filled in and is no day. */
export function titleColumn({ columns }: Pick<FormTable, 'columns'>, { on }: TableRules): FormColumn | undefined {
  const isDay = ({ kind }: FormColumn) => kind === 'date' || kind === 'moment';
  const others = columns.filter((column) => column.id !== on && !isDay(column));
  return others.find(({ required }) => required) ?? others[0];
}
