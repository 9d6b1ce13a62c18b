import { type ImportReply, type ImportRequest, openImporter } from './importer.ts';

/*
 * Runs in a worker of its own, so that the page answers while a long document is read: one message in, one out, in the
 * order they come. The document stays here; the page is sent what it shows.
 */

const answer = openImporter();
let last: Promise<void> = Promise.resolve();

addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => {
  last = last.then(() => answer(data)).then((reply: ImportReply) => postMessage(reply));
  // Thrown again outside the promise, so that the page hears of it as an error of the worker.
  last = last.catch((error: unknown) => reportError(error));
});
