import { type Entry, mostEntries, mostStates } from '../core/register/entry.ts';
import { type Merged, mergeEntries } from '../core/register/merge.ts';
import { readEntry } from '../core/register/read-entry.ts';
import { get } from '../record/v1/read-values.ts';
import { accessTable, type DatabasePlace } from './database.ts';

/** What stands beside the entries of a register. */
export interface KeptAbout {
  /** ISO 8601, in UTC; '' for never. */
  changedAt: string;
  backupAt: string;
  /** Counts the changes. */
  count: number;
}

/** What tells one change from every other: a page that knows it knows the entries. */
export function versionOf(about: KeptAbout | undefined): string {
  return about ? `${about.count} ${about.changedAt}` : '';
}

/** A register as it is stored. */
export interface KeptRegister extends KeptAbout {
  entries: Entry[];
  /** What stands in the place of entries and is none, as it is found. */
  damaged: { id: string; value: unknown }[];
}

/** More entries, or more states of one, than a register may have: a backup of it could not be read any more. */
export class RegisterLimitError extends Error {
  override name = 'RegisterLimitError';
  readonly kind: 'entries' | 'states';

  constructor(kind: 'entries' | 'states') {
    super(`The register would have more than ${kind === 'entries' ? mostEntries : mostStates} ${kind}.`);
    this.kind = kind;
  }
}

/** Holds the bounds. @param count of all entries @throws RegisterLimitError */
export function holdLimits(count: number, written: readonly Entry[]): void {
  if (count > mostEntries) throw new RegisterLimitError('entries');
  if (written.some(({ states }) => states.length > mostStates)) throw new RegisterLimitError('states');
}

/** A newer version of the site has written the register; this one must not. */
export class NewerRegisterError extends Error {
  override name = 'NewerRegisterError';
}

const format = 'kitei-register/1';
// No id of an entry has a slash.
const aboutKey = '/about';
const asideKey = (id: string) => `/damaged/${id}`;

/** Where a register stands: a database of its own, an entry a record. @param base path of the site */
export function registerPlace(factory: () => IDBFactory, base: string, formId: string): DatabasePlace {
  return { factory, name: `kitei:${base}:register:${formId}`, table: 'entries' };
}

/**
 * What is kept. Asking leaves no trace. @returns undefined where nothing is
 * @throws NewerRegisterError
 */
export async function readKeptRegister(place: DatabasePlace): Promise<KeptRegister | undefined> {
  let values: IDBRequest<unknown[]> | undefined;
  const keys = await accessIfThere(place, (store) => {
    values = store.getAll();
    return store.getAllKeys();
  });
  if (!keys || keys.length === 0) return undefined;
  const found: KeptRegister = { ...toAbout(undefined), entries: [], damaged: [] };
  for (const [index, key] of keys.entries()) {
    const value: unknown = values?.result[index];
    if (key === aboutKey) {
      Object.assign(found, toAbout(value));
      continue;
    }
    const id = String(key);
    const entry = readEntry(value);
    if (entry?.id === id) found.entries.push(entry);
    else found.damaged.push({ id, value });
  }
  return found;
}

/** What stands beside the entries; undefined where nothing is kept. @throws NewerRegisterError */
export async function readKeptAbout(place: DatabasePlace): Promise<KeptAbout | undefined> {
  const about = await accessIfThere<unknown>(place, (store) => store.get(aboutKey));
  return about === undefined ? undefined : toAbout(about);
}

/**
 * Merges entries into what stands there at that moment: nothing is ever written over. All of them or none.
 * @param now ISO 8601, in UTC
 * @returns as they stand now, of the given ones alone, and which change they were written upon and became
 * @throws RegisterLimitError, NewerRegisterError
 */
export function putKeptEntries(
  place: DatabasePlace,
  entries: readonly Entry[],
  now: string,
): Promise<Merged & { before: string; after: string }> {
  return inTransaction(place, (store, end) => {
    const asked = entries.map(({ id }) => store.get(id));
    const about = store.get(aboutKey);
    // A slash comes before all that an id may begin with.
    const kept = store.count(IDBKeyRange.lowerBound('0'));
    kept.onsuccess = () =>
      end(() => {
        const values = asked.map((request): unknown => request.result);
        const known = values.flatMap((value) => readEntry(value) ?? []);
        const merged = mergeEntries(known, entries);
        const ids = new Set([...merged.added, ...merged.changed]);
        const written = merged.entries.filter(({ id }) => ids.has(id));
        holdLimits(merged.added.length === 0 ? 0 : kept.result + merged.added.length, written);
        const isKnown = new Set(known.map(({ id }) => id));
        for (const [index, { id }] of entries.entries()) {
          // What is no entry is kept beside the one that takes its place.
          if (values[index] !== undefined && !isKnown.has(id)) store.put(values[index], asideKey(id));
        }
        for (const entry of written) store.put(entry, entry.id);
        const before = about.result === undefined ? undefined : toAbout(about.result);
        const after = { backupAt: before?.backupAt ?? '', changedAt: now, count: (before?.count ?? 0) + 1 };
        if (written.length > 0) store.put({ format, ...after }, aboutKey);
        return { ...merged, before: versionOf(before), after: versionOf(written.length > 0 ? after : before) };
      });
  });
}

/** Remembers that a backup was made. @throws NewerRegisterError */
export async function markKeptBackup(place: DatabasePlace, now: string): Promise<void> {
  await inTransaction(place, (store, end) => {
    const about = store.get(aboutKey);
    about.onsuccess = () => end(() => store.put({ format, ...toAbout(about.result), backupAt: now }, aboutKey));
  });
}

/** Takes records out, by their keys; entries or what is damaged. @throws NewerRegisterError */
export async function dropKept(place: DatabasePlace, ids: readonly string[], now: string): Promise<void> {
  await inTransaction(place, (store, end) => {
    const about = store.get(aboutKey);
    about.onsuccess = () =>
      end(() => {
        const { backupAt, count } = toAbout(about.result);
        for (const id of ids) store.delete(id);
        store.put({ format, changedAt: now, backupAt, count: count + 1 }, aboutKey);
      });
  });
}

/** Whether anything is kept, readable or not; it is not looked at. */
export async function isRegisterKept(place: DatabasePlace): Promise<boolean> {
  try {
    return ((await accessIfThere(place, (store) => store.count())) ?? 0) > 0;
  } catch {
    // Blocked: nothing can be told.
    return false;
  }
}

/** Removes all of it. Whether it is gone. */
export async function eraseKeptRegister(place: DatabasePlace): Promise<boolean> {
  try {
    if (await isRegisterKept(place)) await accessTable(place, 'readwrite', (store) => store.clear());
    return true;
  } catch {
    // The caller says that it is still there.
    return false;
  }
}

/** @returns undefined where there has never been such a register */
async function accessIfThere<T>(
  place: DatabasePlace,
  ask: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  try {
    return await accessTable(place, 'readonly', ask, true);
  } catch (error) {
    // An upgrade that was broken off because there was no database.
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}

/**
 * Reads and writes within one transaction. What `end` is given runs once all is read; where it throws, nothing is written.
 */
async function inTransaction<T>(
  place: DatabasePlace,
  begin: (store: IDBObjectStore, end: (act: () => T) => void) => void,
): Promise<T> {
  let made: { value: T } | undefined;
  let fault: { error: unknown } | undefined;
  try {
    await accessTable(place, 'readwrite', (store) => {
      begin(store, (act) => {
        try {
          made = { value: act() };
        } catch (error) {
          fault = { error };
          store.transaction.abort();
        }
      });
      return store.count();
    });
  } catch (error) {
    throw fault ? fault.error : error;
  }
  if (!made) throw new Error('The transaction ended before it was read.');
  return made.value;
}

/** @throws NewerRegisterError */
function toAbout(value: unknown): KeptAbout {
  const found = get(value, 'format');
  if (typeof found === 'string' && found !== format && /^kitei-register\/\d{1,6}$/.test(found))
    throw new NewerRegisterError('A newer version has written this register.');
  const text = (name: string) => {
    const one = get(value, name);
    return typeof one === 'string' ? one : '';
  };
  const count = get(value, 'count');
  return {
    changedAt: text('changedAt'),
    backupAt: text('backupAt'),
    count: typeof count === 'number' && Number.isSafeInteger(count) ? count : 0,
  };
}
