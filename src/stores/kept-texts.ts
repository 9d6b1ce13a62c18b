import { atom, type ReadableAtom } from 'nanostores';
import type { SwitchStorage } from './shared-device.ts';

/** A few texts that a page keeps on the device, by names of its own: who writes, the head of a paper, what is half typed. */
export interface KeptTexts {
  $texts: ReadableAtom<Readonly<Record<string, string>>>;
  /** Keeps one text beside what another page may have kept by now; '' takes it away. */
  put(name: string, text: string): void;
  /** For a shared device: what is kept is not shown, and what is new is on the page alone. */
  keepNothing(isOn: boolean): void;
  /** Takes away all that is kept on the device; what is on the page alone stays. */
  erase(): void;
}

const longest = 200_000;

/**
 * Keeps texts under one key; where that is blocked or full they hold for the page.
 * @param storage a function, because reading `localStorage` may throw
 */
export function createKeptTexts(storage: () => SwitchStorage, key: string, keepsNothing: boolean): KeptTexts {
  let isKept = !keepsNothing;
  const read = () => (isKept ? readTexts(storage, key) : {});
  const $texts = atom<Readonly<Record<string, string>>>(read());
  return {
    $texts,
    put(name, text) {
      const { [name]: _, ...others } = isKept ? { ...$texts.get(), ...read() } : $texts.get();
      const texts = text === '' ? others : { ...others, [name]: text };
      $texts.set(texts);
      if (!isKept) return;
      try {
        if (Object.keys(texts).length > 0) storage().setItem(key, JSON.stringify(texts));
        else storage().removeItem(key);
      } catch {
        // It holds for the page.
      }
    },
    keepNothing(isOn) {
      if (isOn !== isKept) return;
      isKept = !isOn;
      $texts.set(read());
    },
    erase() {
      try {
        storage().removeItem(key);
      } catch {
        // Blocked: nothing is kept.
      }
      if (isKept) $texts.set({});
    },
  };
}

/** What is no such text is as if it were not there: it is a help to the person, not their work. */
function readTexts(storage: () => SwitchStorage, key: string): Record<string, string> {
  try {
    const text = storage().getItem(key) ?? '{}';
    const value: unknown = text.length > longest ? {} : JSON.parse(text);
    const entries = Object.entries(typeof value === 'object' && value !== null ? value : {});
    return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    return {};
  }
}
