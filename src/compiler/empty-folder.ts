import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { programContent } from './general-knowledge.ts';

/** Commands and builds run in the project's folder. */
const templates = resolve('src/compiler/templates/folder');

/** What a content folder of a company's own begins with: path in it → text. */
export async function emptyFolder(): Promise<Map<string, string>> {
  const files = [
    ['README.md', templates],
    ['organization.yaml', templates],
    ['topics.yaml', programContent()],
  ] as const;
  const read = files.map(async ([name, from]) => [name, await readFile(join(from, name), 'utf8')] as const);
  return new Map(await Promise.all(read));
}
