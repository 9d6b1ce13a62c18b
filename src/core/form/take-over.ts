import type { FormAnswers, FormRow } from '../../record/v1/form/answers.ts';
import type { FormDefinition } from '../../record/v1/form/definition.ts';
import { fieldsOf, findCell, findField, headKeysOf, rowsOf, tablesOf } from '../../record/v1/form/given.ts';
import { takeText } from './take-text.ts';

/** What another paper holds that may be known here as well. */
export type Known = Pick<FormAnswers, 'header' | 'fields' | 'tables'>;

export interface TakenOver {
  answers: FormAnswers;
  /** How many fields, of the head as well, and how many rows came from there. */
  fields: number;
  rows: number;
}

/**
 * A paper that begins with what another one holds, by the ids that both have: the same id means the same thing. The date
 * is not taken over, for a new paper is dated anew, and neither is the addressee of a form that has its own.
 * @param begun the new paper before anything is taken over
 */
export function takeOver(definition: FormDefinition, begun: FormAnswers, known: Known): TakenOver {
  const header = { ...begun.header };
  const keys = headKeysOf(definition).filter((key) => key !== 'checkedOn' && header[key] === '' && known.header[key]);
  for (const key of keys) header[key] = known.header[key];
  const fields = fieldsOf(definition).flatMap((field) => takeText(field, findField(known, field.id)));
  const tables = tablesOf(definition).flatMap(({ id, columns }): [string, FormRow[]][] => {
    const rows = rowsOf(known, id).flatMap((row): FormRow[] => {
      const cells = columns.flatMap((column) => takeText(column, findCell(row, column.id)));
      return cells.length > 0 ? [{ id: row.id, cells: Object.fromEntries(cells) }] : [];
    });
    return rows.length > 0 ? [[id, rows]] : [];
  });
  return {
    answers: {
      ...begun,
      header,
      fields: { ...begun.fields, ...Object.fromEntries(fields) },
      tables: { ...begun.tables, ...Object.fromEntries(tables) },
    },
    fields: keys.length + fields.length,
    rows: tables.reduce((sum, [, rows]) => sum + rows.length, 0),
  };
}
