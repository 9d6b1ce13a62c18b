import { checkFile, type Verifier } from './check-file.ts';
import type { CheckReply, WorkerRequest } from './checker.ts';
import { loadVerifier } from './load-verifier.ts';

/*
 * Runs in a worker of its own: one message in, a file; one message out, its outcome. The file's bytes are read here, so
 * that they never pass through the page.
 */

let verifier: Promise<Verifier> | undefined;

async function answer(request: WorkerRequest): Promise<CheckReply> {
  let ready: Verifier;
  try {
    verifier ??= loadVerifier(request.place);
    ready = await verifier;
  } catch {
    // The page tells the reader, and begins the next attempt with a new worker.
    return { problem: 'not-loaded' };
  }
  return { outcome: await checkFile(request, ready) };
}

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  answer(data).then(
    (reply) => postMessage(reply),
    // Thrown again outside the promise, so that the page hears of it as an error of the worker.
    (error: unknown) => reportError(error),
  );
});
