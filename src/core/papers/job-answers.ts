import type { FormRow } from '../../record/v1/form/answers.ts';
import { mostRows } from '../../record/v1/form/limits.ts';
import { damage, get, readEntries, readText, refuseExtra } from '../../record/v1/read-values.ts';
import { idForm, madeIdForm } from '../text/id.ts';

/** A row and whose it is: the id of a document; '' where nobody has said so yet. */
export interface JobRow extends FormRow {
  client: string;
}

/** What is typed once for a job, and what has become of its papers. */
export interface JobAnswers {
  format: 'kitei-job/1';
  job: string;
  header: { company: string; checker: string };
  /** By id of a document: to whom its papers go, and for which work. */
  clients: Record<string, { recipient: string; business: string }>;
  facts: Record<string, string>;
  rows: JobRow[];
  /** By id of a form: the case of the paper that was begun with these answers. */
  made: Record<string, string>;
  /** By step, `<form>` or `<form>-approved`: the day on which it was done. */
  done: Record<string, string>;
}

export type JobReading = { ok: true; value: JobAnswers } | { ok: false; newer: boolean };

/** Before anything is typed. */
export function emptyJob(job: string): JobAnswers {
  return {
    format: 'kitei-job/1',
    job,
    header: { company: '', checker: '' },
    clients: {},
    facts: {},
    rows: [],
    made: {},
    done: {},
  };
}

/** Whether a person has typed anything that would be lost. */
export function isJobTyped({ header, clients, facts, rows }: JobAnswers): boolean {
  const texts = [
    ...Object.values(header),
    ...Object.values(clients).flatMap((client) => Object.values(client)),
    ...Object.values(facts),
    ...rows.flatMap(({ cells }) => Object.values(cells)),
  ];
  return texts.some((text) => text.trim() !== '');
}

/** Reads a draft of a job, which anybody may have changed; every value is checked and copied. */
export function readJob(value: unknown, job: string): JobReading {
  const format = get(value, 'format');
  if (typeof format === 'string' && /^kitei-job\/\d+$/.test(format) && format !== 'kitei-job/1')
    return { ok: false, newer: true };
  if (format !== 'kitei-job/1' || get(value, 'job') !== job) return { ok: false, newer: false };
  try {
    return { ok: true, value: read(value, job) };
  } catch {
    // What was read says where it is damaged; a draft is kept aside whatever it is.
    return { ok: false, newer: false };
  }
}

function read(value: unknown, job: string): JobAnswers {
  refuseExtra(value, Object.keys(emptyJob(job)), '');
  const header = get(value, 'header');
  refuseExtra(header, ['company', 'checker'], 'header');
  const rows = get(value, 'rows');
  if (!Array.isArray(rows) || rows.length > mostRows) return damage('rows');
  return {
    format: 'kitei-job/1',
    job,
    header: {
      company: readText(get(header, 'company'), 'header'),
      checker: readText(get(header, 'checker'), 'header'),
    },
    clients: readEntries(value, 'clients', (client, at) => {
      refuseExtra(client, ['recipient', 'business'], at);
      return { recipient: readText(get(client, 'recipient'), at), business: readText(get(client, 'business'), at) };
    }),
    facts: readEntries(value, 'facts', readText),
    rows: rows.map((row): JobRow => {
      refuseExtra(row, ['id', 'client', 'cells'], 'rows');
      const client = readText(get(row, 'client'), 'rows.client');
      if (client !== '' && !idForm.test(client)) damage('rows.client');
      return {
        id: readText(get(row, 'id'), 'rows.id', madeIdForm),
        client,
        cells: readEntries(row, 'cells', readText),
      };
    }),
    made: readEntries(value, 'made', (id, at) => readText(id, at, madeIdForm)),
    done: readEntries(value, 'done', (day, at) => readText(day, at, /^\d{4}-\d\d-\d\d$/)),
  };
}
