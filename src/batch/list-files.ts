import type { Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file to be checked, or what could not be walked through. */
export interface Listed {
  path: string;
  /** In bytes; undefined for what is not there, or is neither a file nor a folder. */
  size: number | undefined;
}

/** What systems put into folders by themselves: nobody sent it, and nobody misses it. */
const byItself = /^(?:\._.*|\.DS_Store|Thumbs\.db|desktop\.ini|__MACOSX)$/i;

/**
 * The files that are named, and those in the folders that are named, at any depth, in order of their names; one folder is held
 * at a time. A link inside a folder is followed to a file and never to a folder, so that no ring is walked.
 */
export async function* listFiles(paths: readonly string[]): AsyncGenerator<Listed, void, void> {
  for (const path of paths) {
    const found = await look(path);
    if (found?.isDirectory()) yield* walk(path);
    else yield { path, size: found?.isFile() ? found.size : undefined };
  }
}

async function* walk(folder: string): AsyncGenerator<Listed, void, void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (!entries) {
    yield { path: folder, size: undefined };
    return;
  }
  for (const entry of entries.sort(byName)) {
    const path = join(folder, entry.name);
    if (byItself.test(entry.name)) continue;
    if (entry.isDirectory()) {
      yield* walk(path);
      continue;
    }
    const found = await look(path);
    yield { path, size: found?.isFile() ? found.size : undefined };
  }
}

/** Undefined where nothing is, or where it may not be seen. */
async function look(path: string): Promise<Stats | undefined> {
  return stat(path).catch(() => undefined);
}

/** By code unit, so that every machine has one order. */
function byName({ name: a }: { name: string }, { name: b }: { name: string }): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
