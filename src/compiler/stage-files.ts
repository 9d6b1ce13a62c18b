import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Library } from '../core/regulation/library.ts';
import { type Fault, Faults } from './faults.ts';
import { compileLibrary } from './library.ts';

/** Changes to a content folder: paths inside it. */
export interface FileChanges {
  files: ReadonlyMap<string, string>;
  removed: readonly string[];
}

/** What a content folder would be after some changes: checked, before anything is written. */
export interface Staged {
  /** With the paths of the folder itself. */
  faults: Fault[];
  library: Library;
}

/** Reads and checks a copy of a content folder with the changes made in it. */
export async function stageFiles(root: string, changes: FileChanges): Promise<Staged> {
  const folder = await mkdtemp(join(tmpdir(), 'kitei-staged-'));
  try {
    await cp(root, folder, { recursive: true });
    await applyFiles(folder, changes);
    const faults = new Faults(folder);
    const library = await compileLibrary('/', faults);
    const real = (text: string) => text.replaceAll(folder, root);
    return {
      faults: faults
        .list()
        .map((fault) => ({ ...fault, file: real(fault.file), problem: real(fault.problem), hint: real(fault.hint) })),
      library,
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Makes the changes. Each file is whole at every moment. */
export async function applyFiles(root: string, { files, removed }: FileChanges): Promise<void> {
  for (const [path, text] of files) {
    const file = join(root, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(`${file}.new`, text);
    await rename(`${file}.new`, file);
  }
  for (const path of removed) await rm(join(root, path), { force: true });
  for (const folder of new Set(removed.map((path) => dirname(path)))) await dropEmpty(join(root, folder), root);
}

/** Takes away a folder in which nothing is left, and those around it, up to the root. */
async function dropEmpty(folder: string, root: string): Promise<void> {
  if (folder === join(root) || !existsSync(folder) || (await readdir(folder)).length > 0) return;
  await rmdir(folder);
  await dropEmpty(dirname(folder), root);
}
