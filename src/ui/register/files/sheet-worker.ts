import { readSheets } from './read-sheets.ts';

/* Runs in a worker of its own, so that the page answers while ten thousand rows are read: bytes in, sheets out. */

addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
  postMessage(readSheets(data));
});
