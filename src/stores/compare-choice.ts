import { atom, type ReadableAtom } from 'nanostores';
import { parseFragment, readChoice, writeChoice } from '../core/crosswalk/choice.ts';

export interface CompareChoiceOptions {
  /** Ids of the documents, in their order. */
  known: readonly string[];
  /** Called for each access, because reaching for storage throws where it is blocked. */
  storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** `kitei:<base>:compare` */
  key: string;
}

/** The documents one compares; none chosen stands for all. */
export interface CompareChoice {
  $chosen: ReadableAtom<readonly string[]>;
  choose(id: string, isChosen: boolean): void;
  clear(): void;
  /** Takes what an address says of documents; says it nothing, what this tab has kept. */
  open(hash: string): void;
}

/**
 * Keeps the choice for as long as the tab is open: for whom one works need not stay on a shared device. Where storage is
 * blocked, the links between the pages carry it.
 */
export function createCompareChoice({ known, storage, key }: CompareChoiceOptions): CompareChoice {
  const $chosen = atom<readonly string[]>([]);
  const set = (chosen: readonly string[]) => {
    $chosen.set(chosen);
    try {
      if (chosen.length > 0) storage().setItem(key, writeChoice(chosen));
      else storage().removeItem(key);
    } catch {
      // Blocked or full: the address still carries the choice.
    }
  };
  const kept = () => {
    try {
      return readChoice(storage().getItem(key) ?? '', known);
    } catch {
      // Blocked: nothing is kept.
      return [];
    }
  };
  return {
    $chosen,
    choose(id, isChosen) {
      set(known.filter((other) => (other === id ? isChosen : $chosen.get().includes(other))));
    },
    clear: () => set([]),
    open(hash) {
      set(parseFragment(hash, known).chosen ?? kept());
    },
  };
}
