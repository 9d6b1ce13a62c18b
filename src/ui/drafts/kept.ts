import { countStored } from '../../stores/draft-list.ts';
import { createKeyStore } from '../../stores/key-store.ts';
import { eraseKeptPeople, isPeopleKept, peoplePlace } from '../../stores/people-box.ts';

/** What stands on this device from before; it may be somebody else's, and is counted, never shown. */
export interface Kept {
  drafts: number;
  keys: number;
  /** Whether there is a list of people. */
  people: boolean;
  /** Whether any register is kept. */
  registers: boolean;
  /** Whether questions to the search are kept. */
  searches: boolean;
}

/** Drafts of all lists, forms, decisions, documents and jobs, and the settings: these are counted. */
const counted = ['checklist', 'form', 'decision', 'document', 'tailoring', 'job'];
/** What stays: the switch itself, and the fingerprints of others, which tell nothing about who was here. */
const staying = ['shared-device', 'address-book'];

/** Counts what the tools of a site have left. @param base path of the site */
export async function countKept(base: string): Promise<Kept> {
  return {
    drafts: counted.reduce((sum, kind) => sum + countStored(() => localStorage, `kitei:${base}:${kind}:`), 0),
    keys: await keysOf(base).count(),
    people: await isPeopleKept(peoplePlace(() => indexedDB, base)),
    registers: (await registersOf(base)).length > 0,
    searches: countStored(() => localStorage, `kitei:${base}:searches`) > 0,
  };
}

/** Removes all that the site keeps but what is `staying`, so that what a new tool keeps goes as well. Whether it is gone. */
export async function eraseKept(base: string): Promise<boolean> {
  const areTextsGone = [() => localStorage, () => sessionStorage].every((storage) => eraseTexts(storage, base));
  const areKeysGone = await keysOf(base).eraseAll();
  const arePeopleGone = await eraseKeptPeople(peoplePlace(() => indexedDB, base));
  const areRegistersGone = await Promise.all((await registersOf(base)).map(eraseDatabase));
  return areTextsGone && areKeysGone && arePeopleGone && areRegistersGone.every((isGone) => isGone);
}

/** @param storage a function, because reaching for it may throw */
function eraseTexts(storage: () => Storage, base: string): boolean {
  const prefix = `kitei:${base}:`;
  const stays = (key: string) => staying.some((name) => key.slice(prefix.length).split(':')[0] === name);
  try {
    for (const key of Object.keys(storage())) if (key.startsWith(prefix) && !stays(key)) storage().removeItem(key);
    return true;
  } catch {
    // Blocked: the caller says that not all is gone.
    return false;
  }
}

/** Names of the databases of registers, and of what they are bound to. */
async function registersOf(base: string): Promise<string[]> {
  try {
    const databases = await indexedDB.databases();
    return databases.flatMap(({ name = '' }) => (name.startsWith(`kitei:${base}:register`) ? [name] : []));
  } catch {
    // Blocked: nothing is kept either.
    return [];
  }
}

/** Whether it is gone; a page that still holds it stands in the way. */
function eraseDatabase(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve(true);
    request.onerror = () => resolve(false);
    request.onblocked = () => resolve(false);
  });
}

function keysOf(base: string) {
  return createKeyStore(() => indexedDB, `kitei:${base}`);
}
