import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Faults } from './faults.ts';

/**
 * Names of the files of a folder without their ending, sorted by code unit so that every machine has the same order;
 * none where there is no such folder.
 */
export async function listFiles(folder: string, ending: string, faults: Faults): Promise<string[]> {
  const path = join(faults.root, folder);
  const files = existsSync(path) ? await readdir(path) : [];
  for (const name of files.filter((file) => file.endsWith('.yml'))) {
    faults.add(
      '読むのは .yaml だけです。',
      { file: join(path, name), line: 1, path: '' },
      'ファイルの名前の終わりを .yaml にしてください。',
    );
  }
  return files
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .sort();
}
