import type { DraftStorage } from './draft.ts';
import { readStoredDraft, type StoredDraft, type ValueReading } from './draft-format.ts';

/** One value among the drafts of a tool. `text` is the value as stored, for the person to keep. */
export type DraftEntry<T> =
  | ({ kind: 'readable'; key: string; id: string } & StoredDraft<T>)
  /** Of a newer version of the site, or damaged; `id` only while it stands where a draft is opened from. */
  | { kind: 'newer' | 'damaged'; key: string; id: string | undefined; text: string };

/** Ids of drafts: in keys and in addresses, so nothing but these letters. `default` is the one of version 1. */
const idForm = /^[a-z0-9-]{1,40}$/;
const asideForm = /^[a-z0-9-]{1,40}:damaged(?:-\d)?$/;

/** Whether a text can name a draft. */
export function isDraftId(text: string): boolean {
  return idForm.test(text);
}

/**
 * All that is stored under a prefix: drafts, the latest first, then what cannot be read.
 * @param prefix `kitei:<base>:<kind>:<id>:`
 * @returns nothing where storage is blocked
 */
export function listDrafts<T>(
  storage: () => DraftStorage,
  prefix: string,
  read: (value: unknown) => ValueReading<T>,
): DraftEntry<T>[] {
  try {
    const entries = keysUnder(storage(), prefix).flatMap((key) => {
      const text = storage().getItem(key);
      const entry = text === null ? undefined : toEntry(key, key.slice(prefix.length), text, read);
      return entry ? [entry] : [];
    });
    return entries.sort((a, b) => rank(b).localeCompare(rank(a)));
  } catch {
    // Blocked: there is nothing that could be opened.
    return [];
  }
}

/**
 * Removes everything that is stored under a prefix.
 * @returns whether it is gone
 */
export function eraseDrafts(storage: () => DraftStorage, prefix: string): boolean {
  try {
    for (const key of keysUnder(storage(), prefix)) storage().removeItem(key);
    return true;
  } catch {
    // Blocked: the caller says that nothing was erased.
    return false;
  }
}

/** How many values are stored under a prefix. */
export function countStored(storage: () => DraftStorage, prefix: string): number {
  try {
    return keysUnder(storage(), prefix).length;
  } catch {
    // Blocked: nothing that this page could have kept or could erase.
    return 0;
  }
}

function toEntry<T>(
  key: string,
  rest: string,
  text: string,
  read: (value: unknown) => ValueReading<T>,
): DraftEntry<T> | undefined {
  if (asideForm.test(rest)) return { kind: 'damaged', key, id: undefined, text };
  if (!isDraftId(rest)) return undefined;
  const reading = readStoredDraft(text, read);
  if (reading.ok) return { kind: 'readable', key, id: rest, ...reading.draft };
  return { kind: reading.newer ? 'newer' : 'damaged', key, id: rest, text };
}

/** Times in ISO 8601 sort as texts; what has none comes last. */
function rank<T>(entry: DraftEntry<T>): string {
  return entry.kind === 'readable' ? new Date(entry.savedAt).toISOString() : '';
}

/** All at once: an index into a storage moves while keys are removed. */
function keysUnder(storage: DraftStorage, prefix: string): string[] {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) =>
    key.startsWith(prefix),
  );
}
