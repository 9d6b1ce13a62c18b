import { atom, type ReadableAtom } from 'nanostores';
import type { Entry } from '../core/register/entry.ts';
import { type Merged, mergeEntries } from '../core/register/merge.ts';
import { bindingPlace, dropBinding } from './bound-file.ts';
import {
  dropKept,
  eraseKeptRegister,
  holdLimits,
  type KeptRegister,
  markKeptBackup,
  NewerRegisterError,
  putKeptEntries,
  RegisterLimitError,
  readKeptAbout,
  readKeptRegister,
  registerPlace,
  versionOf,
} from './register-box.ts';

/**
 * What became of the last change. `failed`: full or blocked; `held`: what is stored is newer and is not written over. In
 * both what is new is on this page only, as it is with `off`, on a shared device.
 */
export type RegisterSaving = 'idle' | 'saved' | 'failed' | 'held' | 'off';

/** What was found in place of entries. `entries` is what is stored, for the person to keep. */
export interface RegisterTrouble {
  kind: 'damaged' | 'newer';
  entries: string;
  count: number;
}

export interface RegisterState {
  entries: Entry[];
  /** ISO 8601, in UTC; '' for never. */
  changedAt: string;
  backupAt: string;
}

export interface RegisterStore {
  $state: ReadableAtom<RegisterState>;
  $saving: ReadableAtom<RegisterSaving>;
  $trouble: ReadableAtom<RegisterTrouble | undefined>;
  /** Reads what is stored by now: another page may have changed it. */
  look(): Promise<void>;
  /**
   * Merges entries into what stands there; nothing is ever written over.
   * @returns all entries as they stand now, and what became of the given ones
   * @throws RegisterLimitError for more than a register may have; then nothing has changed
   */
  put(entries: readonly Entry[]): Promise<Merged>;
  /** A backup was made just now. */
  markBackup(): Promise<void>;
  /** Takes entries away for good, whose period of keeping is over. Whether they are gone. */
  drop(ids: readonly string[]): Promise<boolean>;
  /** Takes away what is damaged. Whether it is gone. */
  dropDamaged(): Promise<boolean>;
  /** For a shared device: from now on the register is on the page only, and nothing that is stored is shown. */
  keepNothing(isOn: boolean): Promise<void>;
  /**
   * Empties the register, on the device too, whatever stands there, and forgets the file that it is bound to; that stays as
   * it is. Whether it is gone.
   */
  eraseAll(): Promise<boolean>;
}

export interface RegisterStoreOptions {
  /** Called for each access, because reaching for `indexedDB` throws where it is blocked. */
  factory: () => IDBFactory;
  /** Base path of the site, so that two sites of one server keep apart. */
  base: string;
  formId: string;
  now: () => Date;
  keepsNothing: boolean;
}

const nothing: RegisterState = { entries: [], changedAt: '', backupAt: '' };

/** A register, kept in IndexedDB by entry, so that a change writes one entry and two pages lose nothing. */
export function createRegisterStore(options: RegisterStoreOptions): RegisterStore {
  const { now } = options;
  const place = registerPlace(options.factory, options.base, options.formId);
  const $state = atom(nothing);
  const $saving = atom<RegisterSaving>(options.keepsNothing ? 'off' : 'idle');
  const $trouble = atom<RegisterTrouble | undefined>(undefined);
  /** What stands on this page and could not be stored, by id. */
  const unsaved = new Map<string, Entry>();
  /** Which change of what is stored the page knows; undefined before it has looked. */
  let known: string | undefined;
  let damaged: string[] = [];
  // One thing after the other: a change must not read what another one is about to write.
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const done = queue.then(act);
    queue = done.catch(() => {});
    return done;
  };
  const isStored = () => $saving.get() !== 'off' && $saving.get() !== 'held';

  function take(kept: KeptRegister | undefined): void {
    known = versionOf(kept);
    damaged = kept?.damaged.map(({ id }) => id) ?? [];
    const entries = JSON.stringify(kept?.damaged.map(({ value }) => value) ?? [], undefined, 1);
    $trouble.set(damaged.length > 0 ? { kind: 'damaged', entries, count: damaged.length } : undefined);
    const stored = kept?.entries ?? [];
    $state.set({
      entries: unsaved.size > 0 ? mergeEntries(stored, [...unsaved.values()]).entries : stored,
      changedAt: kept?.changedAt ?? '',
      backupAt: kept?.backupAt ?? '',
    });
  }

  function fail(error: unknown): void {
    // Full or blocked is tried again with the next change; what is newer is not touched.
    $saving.set(error instanceof NewerRegisterError ? 'held' : 'failed');
    if (error instanceof NewerRegisterError) $trouble.set({ kind: 'newer', entries: '', count: 0 });
  }

  async function look(): Promise<void> {
    if (!isStored()) return;
    try {
      const about = known === undefined ? undefined : await readKeptAbout(place);
      if (known !== undefined && known === versionOf(about)) {
        const { backupAt } = $state.get();
        if (about && about.backupAt !== backupAt) $state.set({ ...$state.get(), backupAt: about.backupAt });
        return;
      }
      take(await readKeptRegister(place));
    } catch (error) {
      // Blocked: announced with the first change, which finds the same.
      if (error instanceof NewerRegisterError) fail(error);
    }
  }

  /** The given entries merged into those of the page. */
  function onPage(entries: readonly Entry[]): Merged {
    const merged = mergeEntries($state.get().entries, entries);
    holdLimits(merged.entries.length, merged.entries);
    $state.set({ ...$state.get(), entries: merged.entries, changedAt: now().toISOString() });
    return merged;
  }

  async function put(given: readonly Entry[]): Promise<Merged> {
    if (!isStored()) return onPage(given);
    const at = now().toISOString();
    try {
      const all = mergeEntries([...unsaved.values()], given).entries;
      const { before, after, ...merged } = await putKeptEntries(place, all, at);
      unsaved.clear();
      if (before === known) {
        known = after;
        const state = $state.get();
        const entries = mergeEntries(state.entries, merged.entries).entries;
        $state.set({ ...state, entries, changedAt: before === after ? state.changedAt : at });
      } else {
        // Another page was quicker: all of it is read again.
        take(await readKeptRegister(place));
      }
      $saving.set('saved');
      return { ...merged, entries: $state.get().entries };
    } catch (error) {
      if (error instanceof RegisterLimitError) throw error;
      fail(error);
      const merged = onPage(given);
      const all = mergeEntries([...unsaved.values()], given).entries;
      for (const entry of all) unsaved.set(entry.id, entry);
      return merged;
    }
  }

  /** Does something to what is stored, and reads it again. Whether it was done. */
  async function change(act: () => Promise<void>): Promise<boolean> {
    try {
      await act();
      take(await readKeptRegister(place));
      return true;
    } catch (error) {
      if (error instanceof NewerRegisterError) fail(error);
      return false;
    }
  }

  return {
    $state,
    $saving,
    $trouble,
    look: () => inTurn(look),
    put: (entries) => inTurn(() => put(entries)),
    markBackup: () =>
      inTurn(async () => {
        const at = now().toISOString();
        if (isStored()) {
          try {
            await markKeptBackup(place, at);
          } catch (error) {
            fail(error);
          }
        }
        $state.set({ ...$state.get(), backupAt: at });
      }),
    drop: (ids) =>
      inTurn(async () => {
        if (isStored()) return change(() => dropKept(place, ids, now().toISOString()));
        const gone = new Set(ids);
        $state.set({ ...$state.get(), entries: $state.get().entries.filter(({ id }) => !gone.has(id)) });
        return true;
      }),
    dropDamaged: () =>
      inTurn(async () => isStored() && (await change(() => dropKept(place, damaged, now().toISOString())))),
    keepNothing: (isOn) =>
      inTurn(async () => {
        if (isOn === ($saving.get() === 'off')) return;
        const typed = isOn ? [...unsaved.values()] : $state.get().entries;
        unsaved.clear();
        known = undefined;
        $trouble.set(undefined);
        // What could not be stored is nowhere else.
        $state.set({ ...nothing, entries: typed });
        $saving.set(isOn ? 'off' : 'idle');
        if (isOn) return;
        $state.set(nothing);
        await look();
        if (typed.length > 0) await put(typed);
      }),
    eraseAll: () =>
      inTurn(async () => {
        if (!(await eraseKeptRegister(place))) return false;
        // Else the next person's page would fetch it all again from the file.
        await dropBinding(bindingPlace(options.factory, options.base), options.formId);
        unsaved.clear();
        known = '';
        damaged = [];
        $trouble.set(undefined);
        $state.set(nothing);
        if ($saving.get() !== 'off') $saving.set('idle');
        return true;
      }),
  };
}
