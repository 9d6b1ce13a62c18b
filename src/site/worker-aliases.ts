import { fileURLToPath } from 'node:url';

/** For Vite's `resolve.alias`: a part of the Markdown reader that asks the page for characters, where no page is, in a worker. */
export const workerAliases: Record<string, string> = {
  'decode-named-character-reference': fileURLToPath(import.meta.resolve('decode-named-character-reference')),
};
