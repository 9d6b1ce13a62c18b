import { atom, type ReadableAtom } from 'nanostores';

/** The part of the browser's Storage that drafts need. Each call may throw: blocked, full, or cleared. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export type DraftReading<T> = { ok: true; value: T } | { ok: false; newer: boolean };

export interface DraftOptions<T> {
  /** Called for each access, because reaching for `localStorage` throws where it is blocked. */
  storage: () => DraftStorage;
  /** `kitei:<base>:<kind>:<id>:<draftId>` */
  key: string;
  /** Reads what a draft holds under `answers`, which anybody may have changed. */
  read: (value: unknown) => DraftReading<T>;
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
 * `idle` nothing to save yet, `saved`, `failed` the last change is only on this page, `held` nothing is written because
 * what is stored must not be overwritten.
 */
export type Saving = 'idle' | 'saved' | 'failed' | 'held';

export interface Draft<T> {
  opening: DraftOpening<T>;
  $saving: ReadableAtom<Saving>;
  save(value: T): void;
  /** Removes the stored value, also one that was held, and the damaged ones kept aside. */
  erase(): void;
}

const format = 'kitei-draft/1';
/** Damaged values kept aside; a tenth is not moved but held where it is. */
const mostDamaged = 9;

/**
 * Opens a draft: reads what is stored and keeps it from being lost. A damaged value is moved to `<key>:damaged` (`-2` …),
 * one of a newer version stays where it is and is not overwritten.
 */
export function openDraft<T>({ storage, key, read, now }: DraftOptions<T>): Draft<T> {
  const $saving = atom<Saving>('idle');
  const opening = open();
  if (opening.kind === 'newer') $saving.set('held');
  if (opening.kind === 'restored') $saving.set('saved');
  if (opening.kind === 'damaged' && !moveAside(opening.text)) $saving.set('held');

  function open(): DraftOpening<T> {
    let text: string | null;
    try {
      text = storage().getItem(key);
    } catch {
      // Storage is blocked: the page works, and says that nothing is kept.
      return { kind: 'blocked' };
    }
    return text === null ? { kind: 'none' } : readDraft(text);
  }

  function readDraft(text: string): DraftOpening<T> {
    let stored: unknown;
    try {
      stored = JSON.parse(text);
    } catch {
      return { kind: 'damaged', text };
    }
    const found = own(stored, 'format');
    if (typeof found === 'string' && /^kitei-draft\/\d+$/.test(found) && found !== format)
      return { kind: 'newer', text };
    const savedAt = own(stored, 'savedAt');
    if (found !== format || typeof savedAt !== 'string') return { kind: 'damaged', text };
    const reading = read(own(stored, 'answers'));
    if (reading.ok) return { kind: 'restored', value: reading.value, savedAt };
    return { kind: reading.newer ? 'newer' : 'damaged', text };
  }

  function moveAside(text: string): boolean {
    try {
      for (const aside of damagedKeys(key)) {
        const there = storage().getItem(aside);
        if (there !== null && there !== text) continue;
        storage().setItem(aside, text);
        storage().removeItem(key);
        return true;
      }
    } catch {
      // No room for a second copy: the value stays where it is, and $saving says that nothing is written.
    }
    return false;
  }

  return {
    opening,
    $saving,
    save(value) {
      if ($saving.get() === 'held') return;
      try {
        storage().setItem(key, JSON.stringify({ format, savedAt: now().toISOString(), answers: value }));
        $saving.set('saved');
      } catch {
        // Full or blocked: announced through $saving, and tried again with the next change.
        $saving.set('failed');
      }
    },
    erase() {
      try {
        for (const stored of [key, ...damagedKeys(key)]) storage().removeItem(stored);
        $saving.set('idle');
      } catch {
        // What cannot be reached cannot be removed: say so rather than claim that it is gone.
        $saving.set('failed');
      }
    },
  };
}

function damagedKeys(key: string): string[] {
  return Array.from({ length: mostDamaged }, (_, index) => `${key}:damaged${index === 0 ? '' : `-${index + 1}`}`);
}

function own(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}
