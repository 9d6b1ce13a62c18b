import { atom, computed, type ReadableAtom } from 'nanostores';
import { type DraftOpening, type DraftSaving, type DraftStorage, openDraft } from './draft.ts';
import type { ValueReading } from './draft-format.ts';

/** What a company tries, before it is in organization.yaml. */
export interface Tailoring {
  /** By path in organization.yaml, and by `lists.<id>` the rows of lists: values that are not those of the site. */
  values: Readonly<Record<string, string>>;
  /** The text of an organization.yaml that was read in; the next one is written into it, so that nothing of it is lost. */
  file?: string;
}

export interface TailoringStoreOptions {
  storage: () => DraftStorage;
  /** Base path of the site, so that two sites of one server keep apart. */
  base: string;
  now: () => Date;
}

export interface TailoringStore {
  /** What was found in this browser when the page was opened. */
  opening: DraftOpening<Tailoring>;
  $tailoring: ReadableAtom<Tailoring>;
  $saving: ReadableAtom<DraftSaving>;
  /** Something is typed that ends with the page. */
  $isAtRisk: ReadableAtom<boolean>;
  change(tailoring: Tailoring): void;
  /** The values are in a file that the person has: leaving loses nothing. */
  handOut(): void;
  /** Looks whether what is stored is still what this page knows. */
  look(): void;
  /** Writes what this page holds, whatever is stored by now. */
  overwrite(): void;
  /** Removes what this browser keeps; what is on the page stays. */
  forget(): void;
  /** Keeps what is on the page. */
  keep(): void;
  /** Removes what this browser keeps, and every value. */
  erase(): void;
}

/** Longest file that is kept, in UTF-16 units. */
export const longestFile = 200_000;
const mostValues = 2000;
const longestValue = 2000;
/** Longest value that is the rows of a list. */
const longestList = 200_000;

/**
 * The values of the page that makes the site a company's own, saved with every change under
 * `kitei:<base>:tailoring:organization:last`. A path that the site no longer has stays in the draft and is written into
 * no file by itself.
 */
export function createTailoringStore({ storage, base, now }: TailoringStoreOptions): TailoringStore {
  const key = `kitei:${base}:tailoring:organization:last`;
  const draft = openDraft<Tailoring>({ storage, now, key, read: readTailoring });
  const { opening } = draft;
  const $tailoring = atom<Tailoring>(opening.kind === 'restored' ? opening.value : { values: {} });
  const $isHandedOut = atom(false);
  const isEmpty = ({ values, file }: Tailoring) => Object.keys(values).length === 0 && file === undefined;

  return {
    opening,
    $tailoring,
    $saving: draft.$saving,
    $isAtRisk: computed(
      [$tailoring, draft.$saving, $isHandedOut],
      (tailoring, saving, isHandedOut) => !isHandedOut && saving !== 'saved' && !isEmpty(tailoring),
    ),
    change(tailoring) {
      $isHandedOut.set(false);
      $tailoring.set(tailoring);
      // Nothing was stored, and nothing is to be.
      if (isEmpty(tailoring) && draft.$saving.get() === 'idle') return;
      if (!draft.isOccupied) draft.save(tailoring);
    },
    handOut() {
      $isHandedOut.set(true);
    },
    look() {
      if (draft.$saving.get() === 'saved') draft.look();
    },
    overwrite() {
      draft.overwrite($tailoring.get());
    },
    forget() {
      draft.erase();
    },
    keep() {
      if (!draft.isOccupied && !isEmpty($tailoring.get())) draft.save($tailoring.get());
    },
    erase() {
      draft.erase();
      $tailoring.set({ values: {} });
    },
  };
}

function readTailoring(value: unknown): ValueReading<Tailoring> {
  const broken = { ok: false, newer: false } as const;
  if (typeof value !== 'object' || value === null) return broken;
  const found = new Map<string, unknown>(Object.entries(value));
  const [values, file] = [found.get('values'), found.get('file')];
  if (typeof values !== 'object' || values === null) return broken;
  const entries = Object.entries(values);
  const isSound =
    entries.length <= mostValues &&
    entries.every(([path, text]) => isPath(path) && typeof text === 'string' && text.length <= longestOf(path)) &&
    (file === undefined || (typeof file === 'string' && file.length <= longestFile));
  if (!isSound) return broken;
  // Own keys of an object without a prototype: `__proto__` is no path, and none can be inherited.
  const own: Record<string, string> = Object.assign(Object.create(null), Object.fromEntries(entries));
  return { ok: true, value: { values: own, ...(typeof file === 'string' && { file }) } };
}

function longestOf(path: string): number {
  return path.startsWith('lists.') ? longestList : longestValue;
}

function isPath(path: string): boolean {
  return /^[A-Za-z][A-Za-z0-9]{0,99}(\.[A-Za-z][A-Za-z0-9]{0,99})?$/.test(path);
}
