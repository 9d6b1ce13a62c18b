/** The worker's script never ran: too old a browser, or a policy of the company forbids workers. */
export class NoWorkerError extends Error {
  override name = 'NoWorkerError';
}

/** A worker that is asked one thing at a time, and answers each with one message. */
export interface AskedWorker<Request, Reply> {
  /**
   * @throws NoWorkerError when its script never ran
   * @throws Error when it broke down over this request
   */
  ask(request: Request): Promise<Reply>;
  /** Ends it at once, in the middle of a request if need be; an answer still awaited never comes. */
  close(): void;
}

/**
 * Asks a worker.
 * @param open makes it, where the bundler sees `new Worker(new URL(…))`
 * @throws NoWorkerError where the browser makes none
 */
export function toAsked<Request, Reply>(open: () => Worker): AskedWorker<Request, Reply> {
  let worker: Worker;
  try {
    worker = open();
  } catch (cause) {
    throw new NoWorkerError('The browser made no worker.', { cause });
  }
  let hasAnswered = false;
  return {
    ask(request) {
      return new Promise((resolve, reject) => {
        const settled = new AbortController();
        const { signal } = settled;
        const answer = ({ data }: MessageEvent<Reply>) => {
          settled.abort();
          hasAnswered = true;
          resolve(data);
        };
        const fail = (event: ErrorEvent) => {
          settled.abort();
          event.preventDefault();
          reject(hasAnswered ? new Error(`The worker failed: ${event.message}`) : new NoWorkerError(event.message));
        };
        worker.addEventListener('message', answer, { signal });
        worker.addEventListener('error', fail, { signal });
        worker.postMessage(request);
      });
    },
    close: () => worker.terminate(),
  };
}
