import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type * as z from 'zod/mini';
import { Faults } from './faults.ts';
import { readRegister } from './parse-yaml.ts';
import type { Shape } from './shapes.ts';

/** kitei's own content folder: commands and builds run in the project's folder. */
export function programContent(): string {
  return resolve('content');
}

/**
 * Whether a content folder leaves a file of general knowledge (topics, synonyms, variants of terms, products out of
 * support) to kitei: it has no such file, and gets better ones with each new version.
 */
export function isGeneral(name: string, { root }: Pick<Faults, 'root'>): boolean {
  return !existsSync(join(root, name)) && existsSync(join(programContent(), name));
}

/** Reads such a file of the folder, or kitei's own where it has none. */
export async function readGeneral<S extends z.ZodMiniType>(
  name: string,
  shape: Shape<S>,
  faults: Faults,
  empty: z.infer<S>,
): Promise<z.infer<S>> {
  // What kitei brings along is checked where it is made.
  const from = isGeneral(name, faults) ? new Faults(programContent()) : faults;
  return readRegister(name, shape, from, empty);
}
