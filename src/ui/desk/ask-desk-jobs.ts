import { NoWorkerError, toAsked } from '../parts/ask-worker.ts';
import { LoadError } from '../parts/load.ts';
import { type DeskJob, doJob, type JobReply, type ReplyTo } from './desk-jobs.ts';

/** Has jobs done, one at a time. */
export interface DeskJobs {
  /**
   * @throws LoadError when the code for it does not arrive
   * @throws Error when it broke down over this job
   */
  ask<Kind extends DeskJob['kind']>(job: Extract<DeskJob, { kind: Kind }>): Promise<ReplyTo<Kind>>;
  /** Ends it at once; an answer still awaited never comes. */
  close(): void;
}

/** Jobs are done in a worker, so that the page answers meanwhile; on the page itself where the browser has no module workers. */
export function openJobs(): DeskJobs {
  let worker: ReturnType<typeof toAsked<DeskJob, JobReply>> | undefined;
  let isOnPage = false;
  // A worker answers one thing at a time.
  let queue: Promise<unknown> = Promise.resolve();
  async function askOnce(job: DeskJob): Promise<JobReply> {
    if (isOnPage) return doJob(job);
    try {
      worker ??= toAsked<DeskJob, JobReply>(
        () => new Worker(new URL('./desk-worker.ts', import.meta.url), { type: 'module' }),
      );
      return await worker.ask(job);
    } catch (error) {
      worker?.close();
      worker = undefined;
      if (!(error instanceof NoWorkerError)) throw error;
      isOnPage = true;
      return doJob(job);
    }
  }
  return {
    async ask<Kind extends DeskJob['kind']>(job: Extract<DeskJob, { kind: Kind }>) {
      const asked = queue.then(() => askOnce(job));
      queue = asked.catch(() => {});
      const reply = await asked;
      if (isReplyTo(reply, job.kind)) return reply;
      throw new LoadError('What does this did not arrive.');
    },
    close() {
      worker?.close();
      worker = undefined;
      queue = Promise.resolve();
    },
  };
}

function isReplyTo<Kind extends DeskJob['kind']>(reply: JobReply, kind: Kind): reply is ReplyTo<Kind> {
  return reply.kind === kind;
}
