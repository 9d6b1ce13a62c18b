import { NoWorkerError, toAsked } from '../parts/ask-worker.ts';
import { LoadError } from '../parts/load.ts';
import { answerPacked, type PackedReply, type PackedRequest } from './packed.ts';

/** Opens what holds files, one request at a time. */
export interface Opener {
  /**
   * @throws LoadError when the code for it does not arrive
   * @throws Error when it broke down over this file
   */
  ask<Request extends PackedRequest>(
    request: Request,
  ): Promise<Extract<PackedReply, { kind: Request extends { kind: 'open' } ? 'opened' : 'unsigned' }>>;
  /** Ends it at once; an answer still awaited never comes. */
  close(): void;
}

/** Opens in a worker, so that the page answers meanwhile; on the page itself where the browser has no module workers. */
export function openOpener(): Opener {
  let worker: ReturnType<typeof toAsked<PackedRequest, PackedReply>> | undefined;
  let isOnPage = false;
  // A worker answers one thing at a time.
  let queue: Promise<unknown> = Promise.resolve();
  async function askOnce(request: PackedRequest): Promise<PackedReply> {
    if (isOnPage) return answerPacked(request);
    try {
      worker ??= toAsked<PackedRequest, PackedReply>(
        () => new Worker(new URL('./desk-worker.ts', import.meta.url), { type: 'module' }),
      );
      return await worker.ask(request);
    } catch (error) {
      worker?.close();
      worker = undefined;
      if (!(error instanceof NoWorkerError)) throw error;
      isOnPage = true;
      return answerPacked(request);
    }
  }
  return {
    async ask(request) {
      const asked = queue.then(() => askOnce(request));
      queue = asked.catch(() => {});
      const reply = await asked;
      if (reply.kind === 'not-loaded') throw new LoadError('What opens files did not arrive.');
      return reply as Awaited<ReturnType<Opener['ask']>> as never;
    },
    close() {
      worker?.close();
      worker = undefined;
    },
  };
}
