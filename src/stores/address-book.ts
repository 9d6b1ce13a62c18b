import { atom, type ReadableAtom } from 'nanostores';
import { type Contact, dropContact, mostContacts, putContact } from '../core/address-book/address-book.ts';
import { applyMerge } from '../core/address-book/apply-merge.ts';
import type { MergePlan } from '../core/address-book/merge.ts';
import { readAddressBook, writeAddressBook } from '../core/address-book/read-address-book.ts';

/** The part of the browser's Storage that the book needs. Each call may throw: blocked, full, or cleared. */
export type BookStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface AddressBookOptions {
  /** Called for each access, because reaching for `localStorage` throws where it is blocked. */
  storage: () => BookStorage;
  /** Base path of the site, so that two sites of one server keep apart. */
  base: string;
}

/**
 * What became of the last change. `held`: nothing is written, because what is stored is of a newer version, or damaged and
 * could not be put aside; `failed`: full or blocked. In both the change is on this page only.
 */
export type BookSaving = 'idle' | 'saved' | 'failed' | 'held';

/** What was found in place of a book that can be read. `text` is the value as stored, for the person to keep. */
export type BookTrouble = { kind: 'damaged' | 'newer'; text: string } | { kind: 'blocked' };

export interface AddressBookStore {
  $contacts: ReadableAtom<readonly Contact[]>;
  $saving: ReadableAtom<BookSaving>;
  $trouble: ReadableAtom<BookTrouble | undefined>;
  /** Adds a contact, or replaces the one with its fingerprint. @returns whether there was room for it */
  put(contact: Contact): boolean;
  drop(fingerprint: string): void;
  /** @param chosen fingerprints of the conflicts to be taken; @returns whether there was room for all */
  merge(plan: MergePlan, chosen: ReadonlySet<string>): boolean;
  /** Reads what is stored by now: another page has changed it. */
  look(): void;
}

/** Damaged values kept aside; a tenth is not moved but stays where it is. */
const mostDamaged = 9;

/** Where the book of a site is stored; a page that hears of a change of this key calls look(). */
export function addressBookKey(base: string): string {
  return `kitei:${base}:address-book`;
}

/**
 * The fingerprints that people of this browser have compared, stored under `kitei:<base>:address-book` as the exported
 * file holds them (`kitei-signers/1`). Each change is made on what is stored at that moment, so that two pages do not
 * undo each other's. A fingerprint is the identity of a contact: names can change, and removing one removes all about it.
 */
export function createAddressBook({ storage, base }: AddressBookOptions): AddressBookStore {
  const key = addressBookKey(base);
  const $contacts = atom<readonly Contact[]>([]);
  const $saving = atom<BookSaving>('idle');
  const $trouble = atom<BookTrouble | undefined>(undefined);
  look();

  function look(): void {
    // What this page could not store would be lost by reading.
    if ($saving.get() === 'failed' || $saving.get() === 'held') return;
    let text: string | null;
    try {
      text = storage().getItem(key);
    } catch {
      $trouble.set({ kind: 'blocked' });
      return;
    }
    if (text === null) {
      $contacts.set([]);
      return;
    }
    const reading = readAddressBook(text);
    if (reading.ok) {
      $contacts.set(reading.contacts);
      return;
    }
    const isNewer = reading.problem.kind === 'newer';
    $trouble.set({ kind: isNewer ? 'newer' : 'damaged', text });
    if (isNewer || !moveAside(text)) $saving.set('held');
  }

  function moveAside(text: string): boolean {
    try {
      for (let at = 1; at <= mostDamaged; at += 1) {
        const aside = `${key}:damaged${at === 1 ? '' : `-${at}`}`;
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

  function change(edit: (contacts: readonly Contact[]) => readonly Contact[] | undefined): boolean {
    look();
    const edited = edit($contacts.get());
    if (!edited || edited.length > mostContacts) return false;
    $contacts.set(edited);
    if ($saving.get() === 'held') return true;
    try {
      storage().setItem(key, writeAddressBook(edited));
      $saving.set('saved');
    } catch {
      // Full or blocked: announced through $saving, and tried again with the next change.
      $saving.set('failed');
    }
    return true;
  }

  return {
    $contacts,
    $saving,
    $trouble,
    put: (contact) => change((contacts) => putContact(contacts, contact)),
    drop(fingerprint) {
      change((contacts) => dropContact(contacts, fingerprint));
    },
    merge: (plan, chosen) => change((contacts) => applyMerge(contacts, plan, chosen)),
    look,
  };
}
