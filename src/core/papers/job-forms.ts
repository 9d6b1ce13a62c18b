import type { FormColumn, FormField } from '../../record/v1/form/definition.ts';
import { fieldsOf, headKeysOf, tablesOf } from '../../record/v1/form/given.ts';
import type { Header } from '../../record/v1/header/header.ts';
import { type ComparedDocument, listDocuments } from '../crosswalk/crosswalk.ts';
import type { FormEntry, Library } from '../regulation/library.ts';
import { type ListedRecord, listRecords } from '../regulation/record-list.ts';
import type { Job, JobField } from './jobs.ts';
import { tickOf } from './list-papers.ts';

/** Of a field or column, what is needed to fill it in. */
export type JobAnswer = Pick<FormField, 'id' | 'label' | 'kind' | 'options' | 'open'>;

/** A form as a job fills it in: the page that makes papers holds no more of it than this. */
export interface JobForm {
  id: string;
  version: number;
  title: string;
  lead: string;
  /** It is kept over time: its rows become entries at /registers/<id>/. */
  isRegister?: true;
  /** What it asks of the head. */
  head: (keyof Header)[];
  /** To whom it goes, where the form says so. */
  addressee: string;
  fields: JobAnswer[];
  tables: { id: string; columns: JobAnswer[] }[];
  /** Forms of the same document whose paper it continues: the plan of a report. */
  after: string[];
  /** Who has to approve it before one goes on; '' where nobody has. */
  approvedBy: string;
  /** What is ticked on the list of papers when it is done: `<phase>-<record>`; '' where it makes no record. */
  tick: string;
}

/** The papers of one document in a job. */
export interface JobClient extends ComparedDocument {
  isOurs: boolean;
  forms: JobForm[];
}

/** The documents that want papers at the end of a job, those of clients first; a form stands after what it continues. */
export function listJobForms(library: Library, job: Job): JobClient[] {
  const records = new Map(listRecords(library).map((record) => [record.id, record]));
  return listDocuments(library.handbooks, library.ours).flatMap((document): JobClient[] => {
    const entries = library.forms.filter((entry) => entry.handbook === document.id && takesPart(entry, job));
    const ids = new Set(entries.map(({ definition }) => definition.id));
    const forms = entries.map((entry) => {
      const made = entry.records.flatMap((record) => records.get(record) ?? []);
      return toJobForm(entry, ids, job, made);
    });
    return forms.length > 0 ? [{ ...document, isOurs: library.ours.includes(document.id), forms: inOrder(forms) }] : [];
  });
}

/** What a person may choose for a field or a column of the job at these documents: the options of their forms. */
export function offeredFor({ id }: JobField, clients: readonly JobClient[]): string[] {
  const answers = clients.flatMap(({ forms }) =>
    forms.flatMap(({ fields, tables }) => [...fields, ...tables.flatMap(({ columns }) => columns)]),
  );
  return [...new Set(answers.flatMap((answer) => (answer.id === id ? (answer.options ?? []) : [])))];
}

/** Which of the facts a form asks for, with the form's own words for them. */
export function factsOf(
  job: Job,
  { isOurs }: Pick<JobClient, 'isOurs'>,
  { fields }: Pick<JobForm, 'fields'>,
): JobAnswer[] {
  const open = new Set(job.facts.filter(({ isInternal }) => isOurs || !isInternal).map(({ id }) => id));
  return fields.filter(({ id }) => open.has(id));
}

function takesPart({ definition, group }: FormEntry, { group: wanted, facts, table }: Job): boolean {
  if (table) return tablesOf(definition).some(({ id }) => id === table.id);
  const ids = fieldsOf(definition).map(({ id }) => id);
  return group === wanted && facts.filter(({ id }) => ids.includes(id)).length > 1;
}

function toJobForm(
  { definition, addressee, from, register }: FormEntry,
  ids: ReadonlySet<string>,
  { phase }: Job,
  records: readonly ListedRecord[],
): JobForm {
  const { id, version, title, lead } = definition;
  const due = records.find(({ phases }) => phases.includes(phase)) ?? records[0];
  const duePhase = due?.phases.includes(phase) ? phase : due?.phases[0];
  return {
    id,
    version,
    title,
    lead,
    ...(register && { isRegister: true as const }),
    head: headKeysOf(definition),
    addressee,
    fields: fieldsOf(definition).map(toAnswer),
    tables: tablesOf(definition).map(({ id, columns }) => ({ id, columns: columns.map(toAnswer) })),
    after: from.filter((one) => one !== id && ids.has(one)),
    approvedBy: records.find(({ approvedBy }) => approvedBy)?.approvedBy?.text ?? '',
    tick: due && duePhase ? tickOf(duePhase, due) : '',
  };
}

function toAnswer({ id, label, kind, options, open }: FormField | FormColumn): JobAnswer {
  return { id, label, kind, ...(options && { options }), ...(open && { open }) };
}

/** Each after those that it continues; two that continue one another stay as they stand. */
function inOrder(forms: readonly JobForm[]): JobForm[] {
  const placed: JobForm[] = [];
  const rest = [...forms];
  while (rest.length > 0) {
    const next = rest.findIndex(({ after }) => after.every((id) => !rest.some((other) => other.id === id)));
    placed.push(...rest.splice(Math.max(0, next), 1));
  }
  return placed;
}
