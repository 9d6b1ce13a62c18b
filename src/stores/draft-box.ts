import { atom, computed, type ReadableAtom } from 'nanostores';
import { type Draft, type DraftOpening, type DraftOptions, type DraftSaving, openDraft } from './draft.ts';
import { type DraftEntry, eraseDrafts, isDraftId, listDrafts } from './draft-list.ts';

export interface DraftBoxOptions<T> extends Omit<DraftOptions<T>, 'key'> {
  /** `kitei:<base>:<kind>:<id>:` */
  prefix: string;
  /** A new id of a draft: small letters, digits and hyphens, never the same again. */
  newId: () => string;
  /** The draft that the address names; without one, the latest is opened. */
  draftId: string | undefined;
  /** On a shared device: nothing is read from it, and nothing written. */
  keepsNothing: boolean;
}

/** The draft that is open, and what was found in its place. `missing`: the address names one that is not there. */
export interface OpenedDraft<T> {
  id: string;
  opening: DraftOpening<T> | { kind: 'missing' };
}

/** As DraftSaving; `off`: on a shared device nothing is kept. */
export type Saving = DraftSaving | 'off';

/** Several drafts of one tool, of which one is open. */
export interface DraftBox<T> {
  $opened: ReadableAtom<OpenedDraft<T>>;
  $saving: ReadableAtom<Saving>;
  $keepsNothing: ReadableAtom<boolean>;
  save(value: T): void;
  /** Writes whatever is stored by now. */
  overwrite(value: T): void;
  /** Looks whether what is stored is still what this page knows. */
  look(): void;
  /** All that is stored, the latest first. */
  list(): DraftEntry<T>[];
  /** Opens another draft, or what is stored by now of this one. */
  open(id: string): void;
  /** Opens a new draft, or the one with this id, empty or not; it is stored with its first change. */
  start(id?: string): void;
  /** Removes the open draft, with what was kept aside of it. */
  erase(): void;
  /** Removes one value that list() gave; not the open draft. */
  eraseEntry(entry: DraftEntry<T>): boolean;
  /** Removes all drafts of the tool and opens a new one. */
  eraseAll(): boolean;
  /** Turns keeping off, or on again; what is stored already stays. */
  keepNothing(isOn: boolean): void;
}

/** Opens the drafts of one tool. */
export function createDraftBox<T>(options: DraftBoxOptions<T>): DraftBox<T> {
  const { storage, prefix, read, newId } = options;
  const $keepsNothing = atom(options.keepsNothing);
  const $kept = atom<DraftSaving>('idle');
  let unfollow = () => {};
  let draft: Draft<T>;
  const $opened = atom<OpenedDraft<T>>(options.keepsNothing ? openAs(newId()) : openNamed(options.draftId));

  function list(): DraftEntry<T>[] {
    return listDrafts(storage, prefix, read);
  }

  function openNamed(id: string | undefined): OpenedDraft<T> {
    if (id === undefined) {
      // What cannot be read is opened too where there is nothing else: opening puts it aside and says so.
      const [latest] = list().filter((entry) => entry.id !== undefined);
      return openAs(latest?.id ?? newId());
    }
    const opened = openAs(isDraftId(id) ? id : newId());
    return opened.opening.kind === 'none' ? { ...opened, opening: { kind: 'missing' } } : opened;
  }

  function openAs(id: string): OpenedDraft<T> {
    unfollow();
    const found = openDraft({ ...options, key: prefix + id });
    // What is stored there stays there; what is typed from now on goes into a draft of its own.
    const openedId = found.isOccupied ? newId() : id;
    draft = found.isOccupied ? openDraft({ ...options, key: prefix + openedId }) : found;
    unfollow = draft.$saving.subscribe((saving) => $kept.set(saving));
    return { id: openedId, opening: found.opening };
  }

  return {
    $opened,
    $saving: computed([$keepsNothing, $kept], (keepsNothing, kept): Saving => (keepsNothing ? 'off' : kept)),
    $keepsNothing,
    save(value) {
      if (!$keepsNothing.get()) draft.save(value);
    },
    overwrite(value) {
      if (!$keepsNothing.get()) draft.overwrite(value);
    },
    look() {
      if (!$keepsNothing.get()) draft.look();
    },
    list,
    open(id) {
      $opened.set(openNamed(id));
    },
    start(id = newId()) {
      $opened.set(openAs(id));
    },
    erase() {
      draft.erase();
    },
    eraseEntry({ key }) {
      try {
        storage().removeItem(key);
        return true;
      } catch {
        // Blocked: the caller says that it is still there.
        return false;
      }
    },
    eraseAll() {
      const isGone = eraseDrafts(storage, prefix);
      if (isGone) $opened.set(openAs(newId()));
      return isGone;
    },
    keepNothing(isOn) {
      $keepsNothing.set(isOn);
    },
  };
}
