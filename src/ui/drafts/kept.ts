import { countStored, eraseDrafts } from '../../stores/draft-list.ts';
import { createKeyStore } from '../../stores/key-store.ts';
import { eraseKeptPeople, isPeopleKept, peoplePlace } from '../../stores/people-box.ts';

/** What stands on this device from before; it may be somebody else's, and is counted, never shown. */
export interface Kept {
  drafts: number;
  keys: number;
  /** Whether there is a list of people. */
  people: boolean;
}

/** Of all lists, forms, decisions and the settings: who leaves a shared device leaves with everything. */
const kinds = ['checklist', 'form', 'decision', 'document', 'tailoring'];

/** Counts what the tools of a site have left. @param base path of the site */
export async function countKept(base: string): Promise<Kept> {
  return {
    drafts: prefixes(base).reduce((sum, prefix) => sum + countStored(() => localStorage, prefix), 0),
    keys: await keysOf(base).count(),
    people: await isPeopleKept(peoplePlace(() => indexedDB, base)),
  };
}

/** Removes it all. Whether it is gone. */
export async function eraseKept(base: string): Promise<boolean> {
  const areDraftsGone = prefixes(base).every((prefix) => eraseDrafts(() => localStorage, prefix));
  const areKeysGone = await keysOf(base).eraseAll();
  const arePeopleGone = await eraseKeptPeople(peoplePlace(() => indexedDB, base));
  return areDraftsGone && areKeysGone && arePeopleGone;
}

function prefixes(base: string): string[] {
  return kinds.map((kind) => `kitei:${base}:${kind}:`);
}

function keysOf(base: string) {
  return createKeyStore(() => indexedDB, `kitei:${base}`);
}
