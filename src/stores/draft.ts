import { atom, type ReadableAtom } from 'nanostores';
import { readStoredDraft, type ValueReading, writeStoredDraft } from './draft-format.ts';

/** The part of the browser's Storage that drafts need. Each call may throw: blocked, full, or cleared. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export interface DraftOptions<T> {
  /** Called for each access, because reaching for `localStorage` throws where it is blocked. */
  storage: () => DraftStorage;
  /** `kitei:<base>:<kind>:<id>:<draftId>` */
  key: string;
  /** Reads what a draft holds under `answers`, which anybody may have changed. */
  read: (value: unknown) => ValueReading<T>;
  now: () => Date;
}

/** What was found when the draft was opened. `text` is the value as stored, for the person to keep. */
export type DraftOpening<T> =
  | { kind: 'none' }
  | { kind: 'restored'; value: T; savedAt: string }
  | { kind: 'damaged'; text: string }
  | { kind: 'newer'; text: string }
  | { kind: 'blocked' };

/**
 * What became of the last change. `idle`: nothing to save yet; `saved`; only on this page: `full` no room, `blocked` the
 * browser lets nothing be stored. Nothing is written until the person has chosen: `changed` another page has stored
 * something else since, `cleared` what was stored is gone.
 */
export type DraftSaving = 'idle' | 'saved' | 'full' | 'blocked' | 'changed' | 'cleared';

export interface Draft<T> {
  opening: DraftOpening<T>;
  /** What is stored under the key must not be overwritten, and could not be put aside: take another key. */
  isOccupied: boolean;
  $saving: ReadableAtom<DraftSaving>;
  save(value: T): void;
  /** Writes whatever is stored by now: the person has seen what became of it. */
  overwrite(value: T): void;
  /** Looks whether what is stored is still what this page knows. */
  look(): void;
  /** Removes the stored value, and the damaged ones kept aside. */
  erase(): void;
}

/** Damaged values kept aside; a tenth is not moved but stays where it is. */
const mostDamaged = 9;

/**
 * Opens a draft: reads what is stored and keeps it from being lost. A damaged value is moved to `<key>:damaged` (`-2` …),
 * one of a newer version stays where it is. Before each writing the stored text is compared with the one this page
 * knows. Two pages can still write between one another's comparing and writing: then each hears of the other by the
 * storage event, and look() finds it.
 */
export function openDraft<T>({ storage, key, read, now }: DraftOptions<T>): Draft<T> {
  const $saving = atom<DraftSaving>('idle');
  /** The stored text as this page last read or wrote it. */
  let known: string | null = null;
  let startedAt: string | undefined;
  const opening = open();
  if (opening.kind === 'restored') $saving.set('saved');
  if (opening.kind === 'blocked') $saving.set('blocked');
  const isOccupied = opening.kind === 'newer' || (opening.kind === 'damaged' && !moveAside(opening.text));

  function open(): DraftOpening<T> {
    try {
      known = storage().getItem(key);
    } catch {
      // Storage is blocked: the page works, and says that nothing is kept.
      return { kind: 'blocked' };
    }
    if (known === null) return { kind: 'none' };
    const reading = readStoredDraft(known, read);
    if (!reading.ok) return { kind: reading.newer ? 'newer' : 'damaged', text: known };
    ({ startedAt } = reading.draft);
    return { kind: 'restored', value: reading.draft.value, savedAt: reading.draft.savedAt };
  }

  function moveAside(text: string): boolean {
    try {
      for (const aside of damagedKeys(key)) {
        const there = storage().getItem(aside);
        if (there !== null && there !== text) continue;
        storage().setItem(aside, text);
        storage().removeItem(key);
        known = null;
        return true;
      }
    } catch {
      // No room for a second copy: the value stays where it is.
    }
    return false;
  }

  /** Whether the stored text is the known one; otherwise $saving says what has become of it. */
  function isAsKnown(): boolean {
    try {
      const stored = storage().getItem(key);
      if (stored === known) return true;
      $saving.set(stored === null ? 'cleared' : 'changed');
    } catch {
      $saving.set('blocked');
    }
    return false;
  }

  function write(value: T): void {
    const savedAt = now().toISOString();
    startedAt ??= savedAt;
    const text = writeStoredDraft({ startedAt, savedAt, value });
    try {
      storage().setItem(key, text);
      known = text;
      $saving.set('saved');
    } catch (error) {
      // Announced through $saving, and tried again with the next change.
      $saving.set(isFull(error) ? 'full' : 'blocked');
    }
  }

  return {
    opening,
    isOccupied,
    $saving,
    save(value) {
      if (!isWaiting($saving.get()) && isAsKnown()) write(value);
    },
    overwrite(value) {
      try {
        known = storage().getItem(key);
      } catch {
        // write() finds the same, and says so.
      }
      write(value);
    },
    look() {
      if (!isWaiting($saving.get())) isAsKnown();
    },
    erase() {
      try {
        for (const stored of [key, ...damagedKeys(key)]) storage().removeItem(stored);
        known = null;
        startedAt = undefined;
        $saving.set('idle');
      } catch {
        // What cannot be reached cannot be removed: say so rather than claim that it is gone.
        $saving.set('blocked');
      }
    },
  };
}

/** Whether nothing is written until the person has chosen. */
function isWaiting(saving: DraftSaving): boolean {
  return saving === 'changed' || saving === 'cleared';
}

/** Firefox has had a name of its own for it. */
const fullNames: readonly string[] = ['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED'];

/** Whether there is no room for what was to be stored. */
export function isFull(error: unknown): boolean {
  return error instanceof DOMException && fullNames.includes(error.name);
}

function damagedKeys(key: string): string[] {
  return Array.from({ length: mostDamaged }, (_, index) => `${key}:damaged${index === 0 ? '' : `-${index + 1}`}`);
}
