import type { JobClient, JobForm } from '../../core/papers/job-forms.ts';
import type { Job } from '../../core/papers/jobs.ts';
import { createJobStore, type JobStore } from '../../stores/job.ts';
import { createPaperTicks, type PaperTicks } from '../../stores/paper-ticks.ts';
import { createSharedDevice } from '../../stores/shared-device.ts';
import { newId } from '../parts/new-id.ts';

/** What the parts of a job's page share. */
export interface JobContext {
  root: HTMLElement;
  job: Job;
  clients: readonly JobClient[];
  /** Base path of the site with a slash at both ends. */
  base: string;
  store: JobStore;
  ticks: PaperTicks;
  keepsNothing: boolean;
}

/** @param root the job's element; the build wrote its JSON from a checked library */
export function openJob(root: HTMLElement): JobContext {
  const { base = '/' } = root.dataset;
  const { job, clients }: { job: Job; clients: JobClient[] } = JSON.parse(
    root.querySelector('script[data-job]')?.textContent ?? '',
  );
  const keepsNothing = createSharedDevice(() => sessionStorage, base).isOn();
  const storage = () => localStorage;
  return {
    root,
    job,
    clients,
    base,
    store: createJobStore({ storage, base, job: job.id, now: () => new Date(), newId, keepsNothing }),
    ticks: createPaperTicks({ storage, base, known: clients.map(({ id }) => id), keepsNothing }),
    keepsNothing,
  };
}

/** The form of a step on the page, and whose it is. */
export function findStep({ clients }: JobContext, place: Element): { client: JobClient; form: JobForm } | undefined {
  const id = place.closest<HTMLElement>('[data-form]')?.dataset['form'];
  for (const client of clients) {
    const form = client.forms.find((one) => one.id === id);
    if (form) return { client, form };
  }
  return undefined;
}
