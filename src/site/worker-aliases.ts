import { fileURLToPath } from 'node:url';

/**
 * For Vite's `resolve.alias`: a part of the Markdown reader that asks the page for characters, where no page is, in a worker;
 * and how write-excel-file packs a file, which for a large one needs a worker that the policy forbids.
 */
export const workerAliases: Record<string, string> = {
  'decode-named-character-reference': fileURLToPath(import.meta.resolve('decode-named-character-reference')),
  '../zip/zipToArrayBuffer.js': fileURLToPath(new URL('../ui/parts/zip-at-once.ts', import.meta.url)),
};
