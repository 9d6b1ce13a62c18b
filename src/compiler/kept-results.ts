import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** Results of one kind that a later build may take over. */
export interface KeptResults {
  /** What was kept for these inputs. A damaged entry is thrown away. */
  find(inputs: readonly (string | Uint8Array)[]): Uint8Array | undefined;
  /** Keeps a result: whole or not at all. */
  keep(inputs: readonly (string | Uint8Array)[], result: Uint8Array): void;
}

/**
 * Keeps what takes long to work out under node_modules/.cache/kitei, by a hash of everything it follows from.
 * @param kind a folder's name
 * @param code the files whose code works it out, as patterns from the project's folder. They are read at once, as the
 * code itself was: a file edited later must not give an old result a new name.
 * @param most how many stay; those used longest ago go first
 */
export function openResults(kind: string, code: readonly string[], most: number, root = ''): KeptResults {
  const folder = join(root, 'node_modules/.cache/kitei', kind);
  const state = hashOf(findCode(root, code).flatMap((path) => [path, readFileSync(join(root, path))]));
  const fileOf = (inputs: readonly (string | Uint8Array)[]) => join(folder, hashOf([state, ...inputs]));
  return {
    find(inputs) {
      const file = fileOf(inputs);
      if (!existsSync(file)) return undefined;
      try {
        const entry = readFileSync(file);
        const result = entry.subarray(checkLength);
        if (hashOf([result]) !== entry.toString('latin1', 0, checkLength)) throw new Error(`${file} is damaged.`);
        const now = new Date();
        utimesSync(file, now, now);
        return new Uint8Array(result);
      } catch {
        // Damaged, or tidied away by another run just now: worked out again, all is well.
        rmSync(file, { force: true });
        return undefined;
      }
    },
    keep(inputs, result) {
      const file = fileOf(inputs);
      const aside = `${file}.${process.pid}`;
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(aside, Buffer.concat([Buffer.from(hashOf([result]), 'latin1'), result]));
        renameSync(aside, file);
        removeOldest(folder, most);
      } catch {
        // A folder that cannot be written, or another run tidying the same one: the result is good without. What was
        // left half written is among the oldest one day.
      }
    },
  };
}

const checkLength = 64;

/** Files of code, sorted, since file systems list in any order. @throws Error for a pattern that leads to nothing any more */
export function findCode(root: string, patterns: readonly string[]): string[] {
  return patterns.flatMap((pattern) => {
    const found = globSync(pattern, { cwd: root || '.' }).toSorted();
    if (found.length === 0) throw new Error(`No file of code is at ${pattern}. Where it moved to, it must be named.`);
    return found;
  });
}

/** Each part with its length before it, so that no two lists run together alike. */
function hashOf(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length} `).update(part);
  return hash.digest('hex');
}

function removeOldest(folder: string, most: number): void {
  const names = readdirSync(folder);
  if (names.length <= most) return;
  const aged = names.map((name) => ({ path: join(folder, name), usedAt: statSync(join(folder, name)).mtimeMs }));
  for (const { path } of aged.toSorted((a, b) => b.usedAt - a.usedAt).slice(most)) rmSync(path, { force: true });
}
