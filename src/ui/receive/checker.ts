import { NoWorkerError, toAsked } from '../parts/ask-worker.ts';
import type { Verifier } from './check-file.ts';
import type { Admitted } from './intake.ts';
import type { VerifierPlace } from './load-verifier.ts';
import type { Outcome } from './outcome.ts';

/** What a file is sent to the worker as; what it answers. One file is under way at a time. */
export type CheckRequest = Pick<Admitted<Blob>, 'content' | 'turnedAway'>;
/** What the worker is told: the file, and the site it works for, which never changes. */
export type WorkerRequest = CheckRequest & { place: VerifierPlace };
export type CheckReply = { outcome: Outcome } | { problem: 'not-loaded' };

/** The code that checks did not arrive: the connection failed, or the site was replaced since the page was opened. */
export class NotLoadedError extends Error {
  override name = 'NotLoadedError';
}

/** Checks files one after the other. */
export interface Checker {
  /**
   * @throws NotLoadedError when the code that checks does not arrive
   * @throws Error when the checker broke down over this file
   */
  check(file: CheckRequest): Promise<Outcome>;
  /** Ends it at once, in the middle of a file if need be; an answer still awaited never comes. */
  close(): void;
}

/** Checks in a worker, so that the page answers meanwhile; on the page itself where the browser has no module workers. */
export function openChecker(place: VerifierPlace): Checker {
  let checker: Checker | undefined;
  let isClosed = false;
  return {
    async check(file) {
      if (checker) return checker.check(file);
      try {
        checker = openWorker(place);
        return await checker.check(file);
      } catch (error) {
        if (!(error instanceof NoWorkerError) || isClosed) throw error;
        checker = openOnPage(place);
        return checker.check(file);
      }
    },
    close() {
      isClosed = true;
      checker?.close();
    },
  };
}

function openWorker(place: VerifierPlace): Checker {
  const worker = toAsked<WorkerRequest, CheckReply>(
    () => new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' }),
  );
  return {
    async check({ content, turnedAway }) {
      const reply = await worker.ask({ content, turnedAway, place });
      if ('outcome' in reply) return reply.outcome;
      throw new NotLoadedError('The verifier did not arrive in the worker.');
    },
    close: worker.close,
  };
}

function openOnPage(place: VerifierPlace): Checker {
  let verifier: Promise<Verifier> | undefined;
  return {
    async check(file) {
      const loading = Promise.all([import('./check-file.ts'), import('./load-verifier.ts')]);
      const [{ checkFile }, { loadVerifier }] = await loading.catch(toNotLoaded);
      verifier ??= loadVerifier(place);
      // One that did not arrive is asked for again with the next file.
      verifier.catch(() => {
        verifier = undefined;
      });
      return checkFile(file, await verifier.catch(toNotLoaded));
    },
    close() {},
  };
}

function toNotLoaded(cause: unknown): never {
  throw new NotLoadedError('The verifier did not arrive.', { cause });
}
