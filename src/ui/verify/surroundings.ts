import { type Contact, findSigner, type SignerMatch } from '../../core/address-book/address-book.ts';
import { gradeByBook } from '../../core/address-book/grade-signer.ts';
import { type Entry, isSound } from './entry.ts';

/** What the address book says of whoever signed; nothing is asked after the signer of a file that is not sound. */
export function matchSigner(contacts: readonly Contact[], entry: Entry): SignerMatch {
  if (!isSound(entry)) return { kind: 'unknown' };
  const { signer, file } = entry.outcome.verification;
  return findSigner(contacts, {
    fingerprint: signer.fingerprint,
    companies: [signer.organization, file.answers.header.company],
  });
}

/** The entry with its grade 署名者 as it is beside the address book. */
export function gradeBeside<One extends Entry>(entry: One, match: SignerMatch): One {
  const { outcome } = entry;
  if (outcome.kind !== 'sound') return entry;
  const { verification } = outcome;
  const { grades } = verification;
  const signer = gradeByBook(grades.signer, match);
  return { ...entry, outcome: { ...outcome, verification: { ...verification, grades: { ...grades, signer } } } };
}
