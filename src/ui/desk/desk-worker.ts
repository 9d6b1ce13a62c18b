import { type DeskJob, doJob, type JobReply } from './desk-jobs.ts';

/* Runs in a worker of its own: opens zips and mails, and reads unsigned files, so that the page answers meanwhile. */

addEventListener('message', ({ data }: MessageEvent<DeskJob>) => {
  doJob(data).then(
    (reply: JobReply) => postMessage(reply),
    // Thrown again outside the promise, so that the page hears of it as an error of the worker.
    (error: unknown) => reportError(error),
  );
});
