import { atom, type ReadableAtom } from 'nanostores';
import { putPerson } from '../core/people/edit.ts';
import { emptyPeople, type PeopleList } from '../core/people/person.ts';
import { readPeople, writePeople } from '../core/people/read-people.ts';
import { changeKeptPeople, eraseKeptPeople, peoplePlace, readKeptPeople } from './people-box.ts';

/**
 * What became of the last change. `failed`: full or blocked; `held`: what is stored is newer or damaged and is not written
 * over. In both the list is on this page only, as it is with `off`, on a shared device.
 */
export type PeopleSaving = 'idle' | 'saved' | 'failed' | 'held' | 'off';

/** What was found in place of a list. `text` is what is stored, for the person to keep. */
export interface PeopleTrouble {
  kind: 'damaged' | 'newer';
  text: string;
}

export interface PeopleState {
  list: PeopleList;
  /** ISO 8601, in UTC; '' for never. */
  changedAt: string;
  backupAt: string;
}

export interface PeopleStore {
  $state: ReadableAtom<PeopleState>;
  $saving: ReadableAtom<PeopleSaving>;
  $trouble: ReadableAtom<PeopleTrouble | undefined>;
  /** Reads what is stored by now: another page may have changed it. */
  look(): Promise<void>;
  /** Changes the list as it stands at that moment; undefined leaves it as it is. */
  change(edit: (list: PeopleList) => PeopleList | undefined): Promise<void>;
  /** A backup was made just now. */
  markBackup(): Promise<void>;
  /** For a shared device: from now on the list is on the page only, and nothing that is stored is shown. */
  keepNothing(isOn: boolean): Promise<void>;
  /** Empties the list, on the device too, whatever stands there. Whether it is gone. */
  eraseAll(): Promise<boolean>;
}

export interface PeopleStoreOptions {
  /** Called for each access, because reaching for `indexedDB` throws where it is blocked. */
  factory: () => IDBFactory;
  /** Base path of the site, so that two sites of one server keep apart. */
  base: string;
  now: () => Date;
  keepsNothing: boolean;
}

const nothing: PeopleState = { list: emptyPeople, changedAt: '', backupAt: '' };

/** The people whom rosters and pledges choose from, kept in IndexedDB as the text of their backup file. */
export function createPeopleStore({ factory, base, now, keepsNothing }: PeopleStoreOptions): PeopleStore {
  const place = peoplePlace(factory, base);
  const $state = atom(nothing);
  const $saving = atom<PeopleSaving>(keepsNothing ? 'off' : 'idle');
  const $trouble = atom<PeopleTrouble | undefined>(undefined);
  // One thing after the other: a change must not read what another one is about to write.
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const done = queue.then(act);
    queue = done.catch(() => {});
    return done;
  };

  /** The state in a stored text; undefined where there is none that can be read, and $trouble says why. */
  function read(kept: { text: string; changedAt: string; backupAt: string } | undefined): PeopleState | undefined {
    if (!kept) return nothing;
    const reading = readPeople(kept.text);
    if (reading.ok) {
      $trouble.set(undefined);
      return { list: reading.list, changedAt: kept.changedAt, backupAt: kept.backupAt };
    }
    $trouble.set({ kind: reading.problem.kind === 'newer' ? 'newer' : 'damaged', text: kept.text });
    $saving.set('held');
    return undefined;
  }

  /** Whether what the page shows is nowhere else: then it is not replaced by what is stored. */
  const isOnPage = () => $saving.get() === 'off' || $saving.get() === 'failed' || $saving.get() === 'held';

  async function look(): Promise<void> {
    if (isOnPage()) return;
    try {
      const state = read(await readKeptPeople(place));
      // The same again is no change: the focus may be in what would be drawn anew.
      if (state && JSON.stringify(state) !== JSON.stringify($state.get())) $state.set(state);
    } catch {
      // Blocked: announced with the first change, which finds the same.
    }
  }

  async function write(edit: (state: PeopleState) => PeopleState | undefined): Promise<void> {
    const onPage = () => {
      const edited = edit($state.get());
      if (edited) $state.set(edited);
    };
    if ($saving.get() === 'off' || $saving.get() === 'held') {
      onPage();
      return;
    }
    const wasFailed = $saving.get() === 'failed';
    let edited: PeopleState | undefined;
    try {
      await changeKeptPeople(place, (kept) => {
        // What could not be stored before is not lost by reading.
        const state = wasFailed ? $state.get() : read(kept);
        edited = state && edit(state);
        return edited && { text: writePeople(edited.list), changedAt: edited.changedAt, backupAt: edited.backupAt };
      });
      if ($trouble.get()) onPage();
      else if (edited) {
        $state.set(edited);
        $saving.set('saved');
      }
    } catch {
      // Full or blocked: announced through $saving, and tried again with the next change.
      $saving.set('failed');
      onPage();
    }
  }

  return {
    $state,
    $saving,
    $trouble,
    look: () => inTurn(look),
    change: (edit) =>
      inTurn(() =>
        write((state) => {
          const list = edit(state.list);
          return list && { ...state, list, changedAt: now().toISOString() };
        }),
      ),
    markBackup: () => inTurn(() => write((state) => ({ ...state, backupAt: now().toISOString() }))),
    keepNothing: (isOn) =>
      inTurn(async () => {
        if (isOn === ($saving.get() === 'off')) return;
        const typed = isOn ? [] : $state.get().list.people;
        $trouble.set(undefined);
        $state.set(nothing);
        $saving.set(isOn ? 'off' : 'idle');
        if (isOn) return;
        await look();
        if (typed.length > 0)
          await write((state) => ({
            ...state,
            list: typed.reduce(putPerson, state.list),
            changedAt: now().toISOString(),
          }));
      }),
    eraseAll: () =>
      inTurn(async () => {
        const isGone = await eraseKeptPeople(place);
        if (!isGone) return false;
        $trouble.set(undefined);
        $state.set(nothing);
        if ($saving.get() !== 'off') $saving.set('idle');
        return true;
      }),
  };
}
