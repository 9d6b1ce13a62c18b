import type { Kept } from '../core/desk/kept.ts';
import { readKeptAnswers, readKeptDefinition } from '../core/desk/read-kept.ts';
import { accessTable, type DatabasePlace } from './database.ts';
import { isDeskKept } from './desk-place.ts';

/**
 * What the desk keeps beside its entries, by hash, a record each. What has a hash never changes, so it is written over only by
 * itself, and what was damaged is mended by the next copy.
 */
const keys = { answers: 'answers/', definitions: 'definitions/' } as const;

/** Where it stands: a database beside that of the entries. @param base path of the site */
export function keptPlace(factory: () => IDBFactory, base: string): DatabasePlace {
  // With the beginning of all registers, so that whoever erases these erases it; no form has a colon in its id.
  return { factory, name: `kitei:${base}:register:desk:kept`, table: 'kept' };
}

/** All that is kept and can be read; asking leaves no trace. */
export async function readAllKept(place: DatabasePlace): Promise<Kept> {
  let values: IDBRequest<unknown[]> | undefined;
  const found = await ifThere(() =>
    accessTable(
      place,
      'readonly',
      (store) => {
        values = store.getAll();
        return store.getAllKeys();
      },
      true,
    ),
  );
  const pairs = (found ?? []).map((key, index) => [String(key), values?.result[index]] as const);
  const pick = <T>(prefix: string, read: (value: unknown) => T | undefined) =>
    new Map(
      pairs.flatMap(([key, value]): [string, T][] => {
        const one = key.startsWith(prefix) ? read(value) : undefined;
        return one === undefined ? [] : [[key.slice(prefix.length), one]];
      }),
    );
  return {
    answers: pick(keys.answers, readKeptAnswers),
    definitions: pick(keys.definitions, readKeptDefinition),
  };
}

/** Keeps all of it, or nothing where that fails. */
export async function writeKept(place: DatabasePlace, { answers, definitions }: Kept): Promise<void> {
  if (answers.size + definitions.size === 0) return;
  await accessTable(place, 'readwrite', (store) => {
    for (const [hash, one] of answers) store.put(one, keys.answers + hash);
    for (const [hash, one] of definitions) store.put(one, keys.definitions + hash);
    return store.count();
  });
}

/** Removes all of it. Whether it is gone. */
export async function eraseKept(place: DatabasePlace): Promise<boolean> {
  try {
    if (await isDeskKept(place)) await accessTable(place, 'readwrite', (store) => store.clear());
    return true;
  } catch {
    // The caller says that it is still there.
    return false;
  }
}

/** @returns undefined where there has never been such a database: the upgrade that would make it was broken off */
async function ifThere<T>(access: () => Promise<T>): Promise<T | undefined> {
  try {
    return await access();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}
