import { compareCompanies } from '../text/company-key.ts';
import type { Contact } from './address-book.ts';
import { nameOf } from './find-signer.ts';

/** A contact from a file that the book does not simply take in. */
export interface MergeConflict {
  incoming: Contact;
  /** `same-key`: the fingerprint is there with other particulars; `same-company`: the company has another fingerprint. */
  kind: 'same-key' | 'same-company';
  /** What is in the book. */
  existing: readonly Contact[];
}

/** What merging would do. Nothing is done yet. */
export interface MergePlan {
  additions: readonly Contact[];
  /** In both, with the same particulars. */
  unchanged: number;
  conflicts: readonly MergeConflict[];
}

/**
 * Compares a book with what a file brings. A fingerprint that is new, of a company that is new, is an addition; the rest is
 * a conflict unless it is equal. Two fingerprints of one company within the file are additions both: the file's own book
 * holds them so.
 */
export function planMerge(contacts: readonly Contact[], incoming: readonly Contact[]): MergePlan {
  const additions: Contact[] = [];
  const conflicts: MergeConflict[] = [];
  let unchanged = 0;
  for (const contact of incoming) {
    const known = contacts.find(({ fingerprint }) => fingerprint === contact.fingerprint);
    if (known && isEqual(known, contact)) unchanged += 1;
    else if (known) conflicts.push({ incoming: contact, kind: 'same-key', existing: [known] });
    else {
      const existing = contacts.filter((other) => isOfCompany(other, contact));
      if (existing.length > 0) conflicts.push({ incoming: contact, kind: 'same-company', existing });
      else additions.push(contact);
    }
  }
  return { additions, unchanged, conflicts };
}

/** Contacts without a company are of one: a key more under no name has to be looked at, too. */
function isOfCompany(a: Contact, b: Contact): boolean {
  return nameOf(a).key === nameOf(b).key || compareCompanies(nameOf(a), nameOf(b)) !== 'apart';
}

function isEqual(a: Contact, b: Contact): boolean {
  return toFields(a) === toFields(b);
}

function toFields({ fingerprint, company, person, method, checkedOn, checkedBy, note }: Contact): string {
  return JSON.stringify([fingerprint, company, person, method, checkedOn, checkedBy, note]);
}
