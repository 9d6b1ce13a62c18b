import type { FormDefinition, FormTable } from '../../record/v1/form/definition.ts';
import { formFieldId } from '../../record/v1/form/field-ids.ts';
import { emptyFormAnswers } from '../../record/v1/form/given.ts';
import { toSentText } from '../../record/v1/form/sent-text.ts';
import { validateForm } from '../../record/v1/form/validate.ts';
import type { TableRules } from './rules.ts';

/** What is wrong in one column of an entry, in words for the person. */
export interface CellProblem {
  column: string;
  message: string;
}

/** Cells as they are kept: each in the form of its kind, no empty ones; of columns that the form does not have any more, as they are. */
export function toKeptCells({ columns }: FormTable, typed: Readonly<Record<string, string>>): Record<string, string> {
  const asked = new Map(columns.map((column) => [column.id, column]));
  return Object.fromEntries(
    Object.entries(typed).flatMap(([id, text]): [string, string][] => {
      const column = asked.get(id);
      const kept = column ? toSentText(column, text) : text;
      return kept === '' ? [] : [[id, kept]];
    }),
  );
}

/**
 * What has to be mended before an entry is kept, in the order of the columns: as on paper, but that what closes an entry
 * may be empty yet.
 * @param today `YYYY-MM-DD`, shown as an example
 */
export function validateEntry(
  form: FormDefinition,
  table: FormTable,
  rules: TableRules,
  cells: Readonly<Record<string, string>>,
  today: string,
): CellProblem[] {
  const fields = table.columns.map(({ required, ...column }) => ({
    ...column,
    ...(required && !rules.closedBy.includes(column.id) && { required }),
  }));
  // The same questions outside of a table: then a message names the column and no row.
  const { each: _, ...rest } = form;
  const asked: FormDefinition = { ...rest, parts: [{ kind: 'fields', id: table.id, title: '', fields }] };
  const problems = validateForm(asked, { ...emptyFormAnswers(form, 'entry'), fields: { ...cells } }, today);
  return fields.flatMap(({ id }) =>
    problems.filter(({ fieldId }) => fieldId === formFieldId(id)).map(({ message }) => ({ column: id, message })),
  );
}
