import { NoWorkerError, toAsked } from '../parts/ask-worker.ts';
import type { ImportReply, ImportRequest } from './importer.ts';

/** Reads and writes in a worker, or on the page where the browser has no module workers. */
export interface Importer {
  /** @throws Error when the importer broke down over this document */
  ask(request: ImportRequest): Promise<ImportReply>;
  close(): void;
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
  return toAsked<ImportRequest, ImportReply>(
    () => new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' }),
  );
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
