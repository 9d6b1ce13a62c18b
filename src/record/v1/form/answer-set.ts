import { headerKeys } from '../header/header.ts';
import { toSentHeader } from '../header/sent-header.ts';
import type { FormAnswers, FormRow } from './answers.ts';
import type { FormColumn, FormDefinition } from './definition.ts';
import { emptyFormAnswers, fieldsOf, findCell, findField, headNamesOf, rowsOf, tablesOf } from './given.ts';
import { toSentText } from './sent-text.ts';

/**
 * The answers as they leave the page: what the form asks and nothing else, each in the form of its kind; no empty rows. A
 * draft keeps more, so that changing one's mind loses nothing.
 */
export function toSentForm(definition: FormDefinition, given: FormAnswers): FormAnswers {
  const names = headNamesOf(definition);
  const header = toSentHeader(given.header);
  for (const key of headerKeys) if (names[key] === undefined) header[key] = '';
  const fields = fieldsOf(definition).flatMap((field) =>
    textEntry(field.id, toSentText(field, findField(given, field.id))),
  );
  const tables = tablesOf(definition).flatMap(({ id, columns }): [string, FormRow[]][] => {
    const rows = rowsOf(given, id).flatMap((row) => toSentRow(columns, row));
    return rows.length > 0 ? [[id, rows]] : [];
  });
  return {
    ...emptyFormAnswers(definition, given.case),
    header,
    fields: Object.fromEntries(fields),
    tables: Object.fromEntries(tables),
    ...(given.period && { period: given.period }),
  };
}

/** Whether a person has typed or chosen anything that replacing the answers would lose; what a page fills in does not count. */
export function isFormTyped(definition: FormDefinition, given: FormAnswers): boolean {
  const { header, fields, tables } = toSentForm(definition, given);
  const typed = [header.company, header.checker, header.business];
  return typed.some((text) => text !== '') || Object.keys(fields).length > 0 || Object.keys(tables).length > 0;
}

function toSentRow(columns: readonly FormColumn[], row: FormRow): FormRow[] {
  const cells = columns.flatMap((column) => textEntry(column.id, toSentText(column, findCell(row, column.id))));
  return cells.length > 0 ? [{ id: row.id, cells: Object.fromEntries(cells) }] : [];
}

function textEntry(id: string, text: string): [string, string][] {
  return text === '' ? [] : [[id, text]];
}
