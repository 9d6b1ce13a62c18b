import type { FormAnswers, FormRow } from '../../record/v1/form/answers.ts';
import { emptyFormAnswers, findCell, findField, rowsOf } from '../../record/v1/form/given.ts';
import type { Header } from '../../record/v1/header/header.ts';
import type { Known } from '../form/take-over.ts';
import { takeText } from '../form/take-text.ts';
import type { JobAnswers } from './job-answers.ts';
import { factsOf, type JobAnswer, type JobClient, type JobForm } from './job-forms.ts';
import type { Job } from './jobs.ts';

/**
 * What a job hands to the papers of one document: the head, the facts, and of the rows those that are this client's and no
 * others. The company's own papers get all rows, for they stay with it.
 */
export function knownOf(job: Job, client: JobClient, form: JobForm, given: JobAnswers): Known {
  const { recipient = '', business = '' } = findOwn(given.clients, client.id) ?? {};
  const rows = given.rows.filter((row) => client.isOurs || row.client === client.id);
  const facts = factsOf(job, client, form).map(({ id }): [string, string] => [
    id,
    findField({ fields: given.facts }, id),
  ]);
  return {
    header: { ...given.header, checkedOn: '', recipient, business },
    fields: Object.fromEntries(facts),
    tables: job.table ? { [job.table.id]: rows.map(({ id, cells }) => ({ id, cells })) } : {},
  };
}

/**
 * A paper that is begun with what is known, by the ids that the form has too. What the first one knows comes before the
 * next one's; rows of one id are one row. The date is never filled in: who hands it in dates it.
 */
export function fillJobPaper(form: JobForm, caseId: string, known: readonly Known[]): FormAnswers {
  const begun = emptyFormAnswers(form, caseId);
  const fields = form.fields.flatMap((field) => takeText(field, firstOf(known.map((one) => findField(one, field.id)))));
  const tables = form.tables.flatMap(({ id, columns }): [string, FormRow[]][] => {
    const rows = mergeRows(
      columns,
      known.map((one) => rowsOf(one, id)),
    );
    return rows.length > 0 ? [[id, rows]] : [];
  });
  return {
    ...begun,
    header: fillHeader(form, begun.header, known),
    fields: Object.fromEntries(fields),
    tables: Object.fromEntries(tables),
  };
}

function fillHeader({ head, addressee }: JobForm, empty: Header, known: readonly Known[]): Header {
  const header = { ...empty };
  for (const key of head) {
    if (key === 'checkedOn') continue;
    header[key] = firstOf(known.map((one) => one.header[key])) || (key === 'recipient' ? addressee : '');
  }
  return header;
}

function mergeRows(columns: readonly JobAnswer[], lists: readonly FormRow[][]): FormRow[] {
  const ids = [...new Set(lists.flat().map(({ id }) => id))];
  return ids.flatMap((id): FormRow[] => {
    const rows = lists.flat().filter((row) => row.id === id);
    const cells = columns.flatMap((column) => takeText(column, firstOf(rows.map((row) => findCell(row, column.id)))));
    return cells.length > 0 ? [{ id, cells: Object.fromEntries(cells) }] : [];
  });
}

function firstOf(texts: readonly string[]): string {
  return texts.find((text) => text.trim() !== '') ?? '';
}

function findOwn<Value>(record: Record<string, Value>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
