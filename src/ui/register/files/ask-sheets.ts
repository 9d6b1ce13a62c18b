import { NoWorkerError, toAsked } from '../../parts/ask-worker.ts';
import { load } from '../../parts/load.ts';
import type { SheetsReading } from './read-sheets.ts';

/**
 * Reads the sheets of a file in a worker, or on the page where the browser makes none.
 * @throws Error when the reader broke down over this file
 */
export async function askSheets(bytes: Uint8Array): Promise<SheetsReading> {
  try {
    const worker = toAsked<Uint8Array, SheetsReading>(
      () => new Worker(new URL('./sheet-worker.ts', import.meta.url), { type: 'module' }),
    );
    try {
      return await worker.ask(bytes);
    } finally {
      worker.close();
    }
  } catch (error) {
    if (!(error instanceof NoWorkerError)) throw error;
    const { readSheets } = await load(import('./read-sheets.ts'));
    return readSheets(bytes);
  }
}
