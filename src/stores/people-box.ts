import { accessTable, type DatabasePlace } from './database.ts';

/** The list of people of a site as stored: one value, its text as a backup file has it. */
export interface KeptPeople {
  text: string;
  /** ISO 8601, in UTC; '' for never. */
  changedAt: string;
  backupAt: string;
}

const key = 'list';

/** Where the list of a site stands: a database beside that of the keys. @param base path of the site */
export function peoplePlace(factory: () => IDBFactory, base: string): DatabasePlace {
  return { factory, name: `kitei:${base}:people`, table: 'people' };
}

/** What is kept. Asking leaves no trace. @returns undefined where nothing is */
export async function readKeptPeople(place: DatabasePlace): Promise<KeptPeople | undefined> {
  try {
    return toKept(await accessTable<unknown>(place, 'readonly', (store) => store.get(key), true));
  } catch (error) {
    // There has never been a list; what is blocked says so when something is to be written.
    if (isNotThere(error)) return undefined;
    throw error;
  }
}

/**
 * Changes what is kept on what stands there at that moment, so that two pages do not undo each other's.
 * @param edit gives what is to be kept, or undefined to leave it as it is
 */
export async function changeKeptPeople(
  place: DatabasePlace,
  edit: (kept: KeptPeople | undefined) => KeptPeople | undefined,
): Promise<void> {
  await accessTable(place, 'readwrite', (store) => {
    const asked: IDBRequest<unknown> = store.get(key);
    asked.onsuccess = () => {
      const edited = edit(toKept(asked.result));
      if (edited) store.put(edited, key);
    };
    return asked;
  });
}

/** Whether a list is kept, whether it can be read or not; its content is not looked at. */
export async function isPeopleKept(place: DatabasePlace): Promise<boolean> {
  try {
    return (await accessTable(place, 'readonly', (store) => store.count(), true)) > 0;
  } catch {
    // Blocked, or there has never been one.
    return false;
  }
}

/** Removes the list. Whether it is gone. */
export async function eraseKeptPeople(place: DatabasePlace): Promise<boolean> {
  try {
    if (await isPeopleKept(place)) await accessTable(place, 'readwrite', (store) => store.clear());
    return true;
  } catch {
    // The caller says that it is still there.
    return false;
  }
}

/** An upgrade that was broken off because there was no database. */
function isNotThere(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** What is no text under our key is kept as it is found, to be told as damaged. */
function toKept(value: unknown): KeptPeople | undefined {
  if (value === undefined) return undefined;
  const found: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {};
  const text = (name: string) => (typeof found[name] === 'string' ? found[name] : '');
  return { text: text('text'), changedAt: text('changedAt'), backupAt: text('backupAt') };
}
