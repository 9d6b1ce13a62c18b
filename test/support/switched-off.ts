import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { Faults } from '../../src/compiler/faults.ts';
import { compileLibrary } from '../../src/compiler/library.ts';
import type { Library } from '../../src/core/regulation/library.ts';

export interface SwitchedOff {
  root: string;
  library: Library;
  /** As an author reads them, with paths from `content/`. */
  faults: string[];
}

/**
 * A copy of a content folder with some handbooks in force.
 * @param change what else is done to the copy before it is read
 */
export async function switchOff<Result>(
  folder: string,
  inForce: readonly string[],
  run: (result: SwitchedOff) => Result | Promise<Result>,
  change: (root: string) => Promise<void> = async () => {},
): Promise<Result> {
  const root = await mkdtemp(join(tmpdir(), 'kitei-in-force-'));
  try {
    await cp(folder, root, { recursive: true });
    const file = join(root, 'organization.yaml');
    const organization = parseDocument(existsSync(file) ? await readFile(file, 'utf8') : '{}');
    organization.set('handbooks', inForce);
    await writeFile(file, String(organization));
    await change(root);
    const faults = new Faults(root);
    const library = await compileLibrary('/', faults);
    const list = faults
      .list()
      .map((fault) => `${fault.file.replace(`${root}/`, 'content/')}:${fault.line} ${fault.problem}`);
    return await run({ root, library, faults: list });
  } finally {
    await rm(root, { recursive: true });
  }
}

/** Every text of a library with the path at which it stands. */
export function* textsOf(value: unknown, path = ''): Generator<[path: string, text: string]> {
  if (typeof value === 'string') yield [path, value];
  else if (value instanceof Map) for (const [key, inner] of value) yield* textsOf(inner, `${path}.${key}`);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* textsOf(inner, `${path}.${key}`);
}

/** All subsets of a list, the empty one first. */
export function subsetsOf<One>(all: readonly One[]): One[][] {
  return all.reduce<One[][]>((subsets, one) => subsets.flatMap((subset) => [subset, [...subset, one]]), [[]]);
}
