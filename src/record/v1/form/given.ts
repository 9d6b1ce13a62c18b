import { emptyHeader, type Header, headerKeys } from '../header/header.ts';
import type { FormAnswers, FormRow } from './answers.ts';
import type { FormDefinition, FormField, FormTable, HeadNames } from './definition.ts';

/** The answers of somebody who has begun a paper and typed nothing yet. @param caseId as {@link FormAnswers.case} */
export function emptyFormAnswers({ id, version }: Pick<FormDefinition, 'id' | 'version'>, caseId: string): FormAnswers {
  return {
    format: 'kitei-answers/1',
    kind: 'form',
    form: id,
    version,
    case: caseId,
    header: emptyHeader(),
    fields: {},
    tables: {},
  };
}

/** What stands in a cell; never something inherited from a prototype. */
export function findCell({ cells }: Pick<FormRow, 'cells'>, columnId: string): string {
  return Object.hasOwn(cells, columnId) ? (cells[columnId] ?? '') : '';
}

/** What stands in a field. */
export function findField({ fields }: Pick<FormAnswers, 'fields'>, fieldId: string): string {
  return Object.hasOwn(fields, fieldId) ? (fields[fieldId] ?? '') : '';
}

/** The rows of a table, in order. */
export function rowsOf({ tables }: Pick<FormAnswers, 'tables'>, tableId: string): FormRow[] {
  return Object.hasOwn(tables, tableId) ? (tables[tableId] ?? []) : [];
}

/** All tables of a form, in order of display. */
export function tablesOf({ parts }: Pick<FormDefinition, 'parts'>): FormTable[] {
  return parts.flatMap((part) => (part.kind === 'table' ? [part] : []));
}

/** All fields of a form that stand outside of tables, in order of display. */
export function fieldsOf({ parts }: Pick<FormDefinition, 'parts'>): FormField[] {
  return parts.flatMap((part) => (part.kind === 'fields' ? part.fields : []));
}

/** The fields of the header that a form asks, by its own names for them. */
export function headNamesOf({ head }: Pick<FormDefinition, 'head'>): HeadNames {
  const { company, checker, checkedOn, recipient, business } = head;
  return {
    company,
    checker,
    checkedOn,
    ...(recipient && { recipient: recipient.label }),
    ...(business !== undefined && { business }),
  };
}

/** These fields, in order of display. */
export function headKeysOf(definition: Pick<FormDefinition, 'head'>): (keyof Header)[] {
  const names = headNamesOf(definition);
  return headerKeys.filter((key) => names[key] !== undefined);
}
