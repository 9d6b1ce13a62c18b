import type { Contact, SignerMatch } from '../../core/address-book/address-book.ts';
import { findSigner } from '../../core/address-book/find-signer.ts';
import { type Entry, isSound } from './entry.ts';

/* Comparing names takes tables of letters and legal forms: it comes with the first file. */

/** What the address book says of whoever signed; nothing is asked after the signer of a file that is not sound. */
export function matchSigner(contacts: readonly Contact[], entry: Entry): SignerMatch {
  if (!isSound(entry)) return { kind: 'unknown' };
  const { signer, file } = entry.outcome.verification;
  return findSigner(contacts, {
    fingerprint: signer.fingerprint,
    companies: [signer.organization, file.answers.header.company],
  });
}
