import { countStored, eraseDrafts } from '../../stores/draft-list.ts';
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
/** What goes with them: who leaves a shared device leaves with everything. */
const others = ['import', 'papers', 'entry-draft', 'register-head'];
/** One text each: the months that were chosen, who writes in registers, and what the search was asked. */
const texts = ['schedule', 'writer', 'searches'];

/** Counts what the tools of a site have left. @param base path of the site */
export async function countKept(base: string): Promise<Kept> {
  return {
    drafts: toPrefixes(base, counted).reduce((sum, prefix) => sum + countStored(() => localStorage, prefix), 0),
    keys: await keysOf(base).count(),
    people: await isPeopleKept(peoplePlace(() => indexedDB, base)),
    registers: (await registersOf(base)).length > 0,
    searches: countStored(() => localStorage, `kitei:${base}:searches`) > 0,
  };
}

/** Removes it all. Whether it is gone. */
export async function eraseKept(base: string): Promise<boolean> {
  const texted = texts.map((text) => `kitei:${base}:${text}`);
  const areDraftsGone = [...toPrefixes(base, [...counted, ...others]), ...texted].every((prefix) =>
    eraseDrafts(() => localStorage, prefix),
  );
  const areKeysGone = await keysOf(base).eraseAll();
  const arePeopleGone = await eraseKeptPeople(peoplePlace(() => indexedDB, base));
  const areRegistersGone = await Promise.all((await registersOf(base)).map(eraseDatabase));
  return areDraftsGone && areKeysGone && arePeopleGone && areRegistersGone.every((isGone) => isGone);
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

function toPrefixes(base: string, kinds: readonly string[]): string[] {
  return kinds.map((kind) => `kitei:${base}:${kind}:`);
}

function keysOf(base: string) {
  return createKeyStore(() => indexedDB, `kitei:${base}`);
}
