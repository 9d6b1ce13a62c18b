import { atom, computed, type ReadableAtom } from 'nanostores';
import { type Kept, mergeKept, nothingKept } from '../core/desk/kept.ts';
import { type Entry, textOf } from '../core/register/entry.ts';
import type { Merged } from '../core/register/merge.ts';
import { eraseKept, keptPlace, readAllKept, writeKept } from './desk-box.ts';
import { deskStoreId } from './desk-place.ts';
import {
  createRegisterStore,
  type RegisterSaving,
  type RegisterState,
  type RegisterStore,
  type RegisterStoreOptions,
} from './register.ts';

export interface DeskState extends RegisterState {
  kept: Kept;
}

/** The client's desk: a register, and what is kept beside its entries by hash. */
export interface DeskStore extends Pick<RegisterStore, '$trouble' | 'markBackup' | 'dropDamaged'> {
  $state: ReadableAtom<DeskState>;
  $saving: ReadableAtom<RegisterSaving>;
  /** Reads what is stored by now: another page may have changed it. */
  look(): Promise<void>;
  /**
   * Merges entries into what stands there, and keeps beside them what they lead to; that is stored first.
   * @throws RegisterLimitError for more than a register may have; then no entry has changed
   */
  put(entries: readonly Entry[], kept?: Kept): Promise<Merged>;
  /** Whether from now on the desk is on the page only. Turned on, nothing that is stored is shown. */
  keepNothing(isOn: boolean): Promise<void>;
  /** Takes away all that is stored, and goes on with it on the page only. Whether it is gone from the device. */
  moveToPage(): Promise<boolean>;
  /** Empties the desk, on the device too. Whether it is gone. */
  eraseAll(): Promise<boolean>;
}

/** Opens the desk of a site; see createRegisterStore() for how it is kept. */
export function createDeskStore(options: Omit<RegisterStoreOptions, 'formId'>): DeskStore {
  const register = createRegisterStore({ ...options, formId: deskStoreId });
  const place = keptPlace(options.factory, options.base);
  const $kept = atom<Kept>(nothingKept);
  const $isKeptFailed = atom(false);
  /** What stands on this page and could not be stored. */
  let unsaved: Kept = nothingKept;
  let lookedAt: readonly Entry[] | undefined;
  const isStored = () => register.$saving.get() !== 'off' && register.$saving.get() !== 'held';

  /** Reads what the entries lead to, where some of it is not here yet. */
  async function lookForKept(): Promise<void> {
    const { entries } = register.$state.get();
    if (!isStored() || entries === lookedAt) return;
    lookedAt = entries;
    if (!lacksSome(entries, $kept.get())) return;
    try {
      $kept.set(mergeKept(await readAllKept(place), unsaved));
    } catch {
      // Blocked: announced with the first change, which finds the same.
    }
  }

  async function store(kept: Kept): Promise<void> {
    $kept.set(mergeKept($kept.get(), kept));
    if (!isStored()) return;
    const all = mergeKept(unsaved, kept);
    try {
      await writeKept(place, all);
      unsaved = nothingKept;
      $isKeptFailed.set(false);
    } catch {
      // Full or blocked: told through $saving, and tried again with the next change.
      unsaved = all;
      $isKeptFailed.set(true);
    }
  }

  async function eraseAll(): Promise<boolean> {
    const gone = await Promise.all([register.eraseAll(), eraseKept(place)]);
    if (!gone.every((isGone) => isGone)) return false;
    unsaved = nothingKept;
    $kept.set(nothingKept);
    $isKeptFailed.set(false);
    return true;
  }

  async function keepNothing(isOn: boolean): Promise<void> {
    if (isOn === (register.$saving.get() === 'off')) return;
    const onPage = isOn ? unsaved : $kept.get();
    unsaved = nothingKept;
    $isKeptFailed.set(false);
    $kept.set(onPage);
    lookedAt = undefined;
    // What entries lead to is stored before they are.
    if (!isOn) await writeKept(place, onPage).catch(() => $isKeptFailed.set(true));
    await register.keepNothing(isOn);
    await lookForKept();
  }

  return {
    $state: computed([register.$state, $kept], (state, kept) => ({ ...state, kept })),
    $saving: computed([register.$saving, $isKeptFailed], (saving, isFailed) =>
      isFailed && (saving === 'idle' || saving === 'saved') ? 'failed' : saving,
    ),
    $trouble: register.$trouble,
    async look() {
      await register.look();
      await lookForKept();
    },
    async put(entries, kept = nothingKept) {
      await store(kept);
      const merged = await register.put(entries);
      await lookForKept();
      return merged;
    },
    markBackup: register.markBackup,
    dropDamaged: register.dropDamaged,
    keepNothing,
    async moveToPage() {
      const { entries } = register.$state.get();
      const kept = $kept.get();
      const isGone = await eraseAll();
      if (isGone) await keepNothing(true);
      $kept.set(kept);
      // Also where only a part of it could be erased: nothing is lost from the page.
      await register.put(entries);
      return isGone;
    },
    eraseAll,
  };
}

/** Whether an entry leads to something that is not here. */
function lacksSome(entries: readonly Entry[], { answers, definitions }: Kept): boolean {
  const isHere = (hash: string, some: ReadonlyMap<string, unknown>) => hash === '' || some.has(hash);
  return entries.some(
    ({ table, states }) =>
      table === 'return' &&
      states.some(
        (state) => !isHere(textOf(state, 'answers'), answers) || !isHere(textOf(state, 'definition'), definitions),
      ),
  );
}
