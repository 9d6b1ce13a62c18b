import type { ImportReply, ImportRequest } from './importer.ts';

/** Reads and writes in a worker, or on the page where the browser has no module workers. */
export interface Importer {
  /** @throws Error when the importer broke down over this document */
  ask(request: ImportRequest): Promise<ImportReply>;
  close(): void;
}

/** The worker's script never ran: too old a browser, or a policy of the company forbids workers. */
class NoWorkerError extends Error {
  override name = 'NoWorkerError';
}

/** Opens an importer; its code is fetched with the first request. */
export function openImporterBeside(): Importer {
  let importer: Importer | undefined;
  return {
    async ask(request) {
      if (importer) return importer.ask(request);
      try {
        importer = inWorker();
        return await importer.ask(request);
      } catch (error) {
        if (!(error instanceof NoWorkerError)) throw error;
        importer = onPage();
        return importer.ask(request);
      }
    },
    close() {
      importer?.close();
      importer = undefined;
    },
  };
}

function inWorker(): Importer {
  let worker: Worker;
  try {
    worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
  } catch (cause) {
    throw new NoWorkerError('The browser made no worker.', { cause });
  }
  let hasAnswered = false;
  return {
    ask(request) {
      return new Promise((resolve, reject) => {
        const settled = new AbortController();
        const { signal } = settled;
        const answer = ({ data }: MessageEvent<ImportReply>) => {
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

function onPage(): Importer {
  const loading = import('./importer.ts').then(({ openImporter }) => openImporter());
  return {
    async ask(request) {
      try {
        return await (await loading)(request);
      } catch (error) {
        if (error instanceof TypeError) return { kind: 'not-loaded' };
        throw error;
      }
    },
    close() {},
  };
}
