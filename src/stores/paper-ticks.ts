import { atom, type ReadableAtom } from 'nanostores';
import { isDate } from '../core/text/date.ts';
import { get } from '../record/v1/read-values.ts';
import type { DraftStorage } from './draft.ts';

/** Days on which papers were ticked, by document and then by the paper's key. */
export type Ticks = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface PaperTicksOptions {
  storage: () => DraftStorage;
  /** Base path of the site, so that two sites of one server keep apart. */
  base: string;
  /** Ids of the documents. */
  known: readonly string[];
  /** On a shared device: nothing is read from it, and nothing written. */
  keepsNothing: boolean;
}

export interface PaperTicks {
  $ticks: ReadableAtom<Ticks>;
  /** Whether what is ticked now lasts: not on a shared device, nor where the browser stores nothing. */
  $isKept: ReadableAtom<boolean>;
  /** Whether something was stored that cannot be read; it lies aside and nothing of it is lost. */
  isDamaged(): boolean;
  /** @param day `YYYY-MM-DD`; undefined takes the tick away */
  tick(document: string, key: string, day: string | undefined): void;
  /** Takes all ticks of a document away: another contract begins. */
  clear(document: string): void;
  /** Reads again what is stored, which another page may have changed. */
  look(): void;
}

const format = 'kitei-papers/1';

/**
 * What somebody has handed in, for each client under `kitei:<base>:papers:<document>`. A paper that is added has no tick; one
 * that is removed keeps its tick unseen; an id is never reused, so no tick moves to another paper.
 */
export function createPaperTicks({ storage, base, known, keepsNothing }: PaperTicksOptions): PaperTicks {
  const keyOf = (document: string) => `kitei:${base}:papers:${document}`;
  const $ticks = atom<Ticks>({});
  const $isKept = atom(!keepsNothing);
  let isDamaged = false;

  function read(document: string): Readonly<Record<string, string>> {
    try {
      const text = storage().getItem(keyOf(document));
      const ticks = text === null ? {} : readTicks(text);
      if (ticks) return ticks;
      isDamaged = true;
      storage().setItem(`${keyOf(document)}:damaged`, text ?? '');
      storage().removeItem(keyOf(document));
    } catch {
      // Blocked: ticks last as long as the page, and the page says so.
      $isKept.set(false);
    }
    return {};
  }

  function look(): void {
    if (!keepsNothing) $ticks.set(Object.fromEntries(known.map((document) => [document, read(document)])));
  }

  function write(document: string, ticks: Readonly<Record<string, string>>): void {
    $ticks.set({ ...$ticks.get(), [document]: ticks });
    if (keepsNothing) return;
    try {
      if (Object.keys(ticks).length === 0) storage().removeItem(keyOf(document));
      else storage().setItem(keyOf(document), JSON.stringify({ format, ticks }));
      $isKept.set(true);
    } catch {
      // Full or blocked: the page says that the tick ends with it.
      $isKept.set(false);
    }
  }

  look();
  return {
    $ticks,
    $isKept,
    isDamaged: () => isDamaged,
    look,
    tick(document, key, day) {
      // Another page may have ticked others since.
      const others = keepsNothing ? ($ticks.get()[document] ?? {}) : read(document);
      const { [key]: _, ...rest } = others;
      write(document, day === undefined ? rest : { ...rest, [key]: day });
    },
    clear: (document) => write(document, {}),
  };
}

/** Undefined for anything but what this page writes. A newer format is kept aside like what is damaged. */
function readTicks(text: string): Readonly<Record<string, string>> | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const ticks = get(value, 'ticks');
  if (get(value, 'format') !== format || typeof ticks !== 'object' || ticks === null || Array.isArray(ticks))
    return undefined;
  const entries = Object.entries(ticks);
  const isTick = ([key, day]: [string, unknown]) =>
    /^[a-z]+-[A-Za-z0-9-]{1,99}$/.test(key) && typeof day === 'string' && isDate(day);
  return entries.every(isTick) ? Object.fromEntries(entries) : undefined;
}
