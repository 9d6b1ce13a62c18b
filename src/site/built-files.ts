import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Paths of the files of a built site whose names end so, wherever they stand in it. */
export async function listBuilt(dir: URL, ending: RegExp): Promise<string[]> {
  const root = fileURLToPath(dir);
  return (await readdir(root, { recursive: true })).filter((file) => ending.test(file)).map((file) => join(root, file));
}
