import { type Contact, mostContacts, putContact } from './address-book.ts';
import type { MergePlan } from './merge.ts';

/**
 * The book after a merge: additions, and of the conflicts those that the person chose. `same-key` replaces the particulars,
 * `same-company` adds a second fingerprint; what was not chosen stays as it is.
 * @param chosen fingerprints
 * @returns undefined when the book would hold more than it may
 */
export function applyMerge(
  contacts: readonly Contact[],
  { additions, conflicts }: MergePlan,
  chosen: ReadonlySet<string>,
): Contact[] | undefined {
  const taken = conflicts.map(({ incoming }) => incoming).filter(({ fingerprint }) => chosen.has(fingerprint));
  const merged = [...additions, ...taken].reduce<Contact[]>(putContact, [...contacts]);
  return merged.length > mostContacts ? undefined : merged;
}
