import { readLibrary } from '../../src/compiler/library.ts';
import type { Library } from '../../src/core/regulation/library.ts';

const libraries = new Map<string, Promise<Library>>();

/** A content folder that no test changes, read once for all files of tests that share a process; frozen. */
export function shareLibrary(folder: string): Promise<Library> {
  const known = libraries.get(folder);
  if (known) return known;
  const library = readLibrary(folder, '/').then(freeze);
  libraries.set(folder, library);
  return library;
}

/** Whoever shares it must leave it as it is. */
export function freeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of value instanceof Map ? value.values() : Object.values(value)) freeze(inner);
  return value;
}
