import type { FormAnswers } from '../../record/v1/form/answers.ts';
import type { FormDefinition } from '../../record/v1/form/definition.ts';
import { fieldsOf, findCell, findField, rowsOf, tablesOf } from '../../record/v1/form/given.ts';
import { takeText } from '../form/take-text.ts';
import { holdReasons } from './reasons.ts';
import type { RegisterRules } from './rules.ts';
import { validateEntry } from './validate-entry.ts';

/** A row that another page hands over, as an entry would have it. */
export interface GivenRow {
  table: string;
  /** Made of where it comes from: the same address twice is the same entry. */
  id: string;
  cells: Record<string, string>;
  /** Something has to be filled in before it can be an entry. */
  isLacking: boolean;
}

/** What another page hands over to a register. */
export interface GivenRows {
  rows: GivenRow[];
  /** Something of it is in no list of the register: a field of the form, or a table that is no list. */
  hasRest: boolean;
}

/**
 * The rows of answers that become entries. Empty ones are none.
 * @param source what the answers come from, a case or an address; @param idOf an id made of a text
 * @param today `YYYY-MM-DD`
 */
export function toGivenRows(
  form: FormDefinition,
  { tables: lists }: Pick<RegisterRules, 'tables'>,
  answers: FormAnswers,
  { source, idOf, today }: { source: string; idOf: (text: string) => string; today: string },
): GivenRows {
  const tables = tablesOf(form);
  const rows = tables.flatMap((table) => {
    const rules = Object.hasOwn(lists, table.id) ? lists[table.id] : undefined;
    if (!rules) return [];
    return rowsOf(answers, table.id).flatMap((row): GivenRow[] => {
      const given = Object.fromEntries(table.columns.flatMap((column) => takeText(column, findCell(row, column.id))));
      const cells = holdReasons(rules, {}, given);
      if (Object.keys(cells).length === 0) return [];
      const id = idOf(JSON.stringify(['given', source, table.id, row.id]));
      const isLacking = validateEntry(form, table, rules, cells, today).length > 0;
      return [{ table: table.id, id, cells, isLacking }];
    });
  });
  const isElsewhere = ({ id }: { id: string }) => !Object.hasOwn(lists, id) && rowsOf(answers, id).length > 0;
  const hasRest = fieldsOf(form).some(({ id }) => findField(answers, id) !== '') || tables.some(isElsewhere);
  return { rows, hasRest };
}
