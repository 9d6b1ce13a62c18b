import { readLibrary } from '../../src/compiler/library.ts';
import { emptyJob, type JobAnswers } from '../../src/core/papers/job-answers.ts';
import { type JobClient, type JobForm, listJobForms } from '../../src/core/papers/job-forms.ts';
import { type Job, jobs } from '../../src/core/papers/jobs.ts';

/** What this site publishes: the forms stand there and not in the frozen content folder. */
export const library = await readLibrary('content', '/');

export function jobOf(id: string): Job {
  const job = jobs.find((one) => one.id === id);
  if (!job) throw new Error(`There is no job "${id}".`);
  return job;
}

export function clientOf(clients: readonly JobClient[], id: string): JobClient {
  const client = clients.find((one) => one.id === id);
  if (!client) throw new Error(`The job has no papers of "${id}".`);
  return client;
}

export function formOf({ forms }: JobClient, id: string): JobForm {
  const form = forms.find((one) => one.id === id);
  if (!form) throw new Error(`The job has no form "${id}".`);
  return form;
}

export const endClients = listJobForms(library, jobOf('end'));
export const incidentClients = listJobForms(library, jobOf('incident'));

/** A contractor of two clients who gives a medium back to each, and has one of nobody. */
export const ended: JobAnswers = {
  ...emptyJob('end'),
  header: { company: '見本社', checker: '見本花子' },
  clients: {
    nerima: { recipient: '', business: '図書館の窓口' },
    rodokyoku: { recipient: '見本労働局', business: '就職の相談' },
  },
  facts: { planned: '2026-11-30', finished: '2026-12-01' },
  rows: [
    {
      id: 'm1',
      client: 'nerima',
      cells: {
        name: 'USB-1',
        content: '利用者の一覧',
        kind: '電磁的記録媒体',
        method: '甲に返還',
        done: '2026-12-01 10:00',
      },
    },
    {
      id: 'm2',
      client: 'rodokyoku',
      cells: {
        name: 'HDD-2',
        kind: '電磁的記録媒体',
        place: '端末',
        method: '返却',
        check: '立ち会い',
        worker: '山田',
        checker: '佐藤',
      },
    },
    { id: 'm3', client: '', cells: { name: 'FD-3' } },
  ],
};
