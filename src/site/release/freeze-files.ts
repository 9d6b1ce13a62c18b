import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Golden files: signed once by each kind of tool, and made again byte for byte by every later version. */
const goldenFolder = 'test/fixtures/files';
const frozenFile = join(goldenFolder, 'frozen.json');

/** SHA-256 in hexadecimal digits, by the name of the golden file. */
export type FrozenFiles = Readonly<Record<string, string>>;

/** The golden files that a published version has promised to keep; none before the first. @param folder of the project */
export function readFrozen(folder: string): FrozenFiles {
  const path = join(folder, frozenFile);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

/** The golden files as they are. @param folder of the project */
export function hashGolden(folder: string): FrozenFiles {
  const names = readdirSync(join(folder, goldenFolder)).filter((name) => name.endsWith('.pdf'));
  return Object.fromEntries(
    names.sort().map((name) => {
      const bytes = readFileSync(join(folder, goldenFolder, name));
      return [name, createHash('sha256').update(bytes).digest('hex')];
    }),
  );
}

/** Golden files that were promised and are gone, or have other bytes. */
export function findBroken(frozen: FrozenFiles, golden: FrozenFiles): string[] {
  return Object.keys(frozen).filter((name) => golden[name] !== frozen[name]);
}

/** Promises all golden files there are. @param folder of the project @returns those that were not promised before */
export function freezeFiles(folder: string): string[] {
  const [frozen, golden] = [readFrozen(folder), hashGolden(folder)];
  writeFileSync(join(folder, frozenFile), `${JSON.stringify({ ...golden, ...frozen }, undefined, 2)}\n`);
  return Object.keys(golden).filter((name) => !Object.hasOwn(frozen, name));
}
