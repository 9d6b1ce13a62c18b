import { toSentForm } from '../../record/v1/form/answer-set.ts';
import type { FormAnswers } from '../../record/v1/form/answers.ts';
import type { FormDefinition, FormField, FormTable } from '../../record/v1/form/definition.ts';
import { cellFieldId, formFieldId, tableFieldId } from '../../record/v1/form/field-ids.ts';
import { findCell, findField, headNamesOf, rowsOf } from '../../record/v1/form/given.ts';
import { cellName, fieldName } from '../../record/v1/form/names.ts';
import { chosenOf } from '../../record/v1/form/sent-text.ts';
import { type Header, headerKeys } from '../../record/v1/header/header.ts';
import { formatEraDate, formatEraMoment } from '../text/era.ts';

/** One line of the review: what stands in a field or a row, and the field that changes it. */
export interface ReviewLine {
  fieldId: string;
  label: string;
  /** As it prints, on one line. */
  value: string;
}

export interface Review {
  lines: ReviewLine[];
  /** What was asked and is left empty. */
  empty: Omit<ReviewLine, 'value'>[];
}

/** What stands on a paper, line by line, and what does not. Rows are counted as the page shows them. */
export function reviewForm(definition: FormDefinition, given: FormAnswers): Review {
  const sent = toSentForm(definition, given);
  const head = headLines(definition, sent.header);
  const parts = definition.parts.flatMap((part) => {
    if (part.kind === 'text') return [];
    if (part.kind === 'table') return tableLines(part, sent, given);
    return part.fields.map((field) => ({
      fieldId: formFieldId(field.id),
      label: fieldName(definition, field),
      value: shown(field, findField(sent, field.id)),
    }));
  });
  const all = [...head, ...parts];
  return {
    lines: all.filter(({ value }) => value !== '').map(({ fieldId, label, value }) => ({ fieldId, label, value })),
    empty: all.filter(({ value }) => value === '').map(({ fieldId, label }) => ({ fieldId, label })),
  };
}

function headLines(definition: FormDefinition, header: Header): ReviewLine[] {
  const names = headNamesOf(definition);
  return headerKeys.flatMap((key) => {
    const label = names[key];
    const value = key === 'checkedOn' ? formatEraDate(header[key]) : header[key];
    return label === undefined ? [] : [{ fieldId: key, label, value }];
  });
}

/** A row is one line; its empty cells are lines of their own, without a value. */
function tableLines(table: FormTable, sent: FormAnswers, given: FormAnswers): ReviewLine[] {
  const { id, title, row: name, columns } = table;
  const rows = rowsOf(sent, id);
  if (rows.length === 0) return [{ fieldId: tableFieldId(id), label: title || name, value: '' }];
  const places = rowsOf(given, id).map((row) => row.id);
  return rows.flatMap((row) => {
    const index = places.indexOf(row.id);
    const [first] = columns;
    const cells = columns.map((column) => ({ column, text: shown(column, findCell(row, column.id)) }));
    const line = {
      fieldId: cellFieldId(id, row.id, first?.id ?? ''),
      label: `${name} ${index + 1}`,
      value: cells
        .map(({ text }) => text)
        .filter((text) => text !== '')
        .join('／'),
    };
    const empty = cells.filter(({ text }) => text === '');
    return [
      line,
      ...empty.map(({ column }) => ({
        fieldId: cellFieldId(id, row.id, column.id),
        label: cellName(table, index, column),
        value: '',
      })),
    ];
  });
}

function shown({ kind, unit = '' }: FormField, text: string): string {
  if (kind === 'date') return formatEraDate(text);
  if (kind === 'moment') return formatEraMoment(text);
  if (kind === 'several') return chosenOf(text).join('、');
  if (kind === 'number' && text !== '') return text + unit;
  return text.replaceAll('\n', ' ');
}
