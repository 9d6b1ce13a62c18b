import type { SignerMatch } from '../../core/address-book/address-book.ts';
import { findSigner } from '../../core/address-book/find-signer.ts';
import { readAddressBook } from '../../core/address-book/read-address-book.ts';
import { addressBookKey } from '../../stores/address-book.ts';
import type { Examined } from '../../verifier/verdict.ts';

/** What the fingerprints that were compared say of a signer; nothing where the book cannot be read, which the verify page tells. */
export function findInBook({ signer, file }: Examined, base: string): SignerMatch {
  let text: string | null = null;
  try {
    text = localStorage.getItem(addressBookKey(base));
  } catch {
    // Blocked: no book.
  }
  const book = text === null ? undefined : readAddressBook(text);
  return findSigner(book?.ok ? book.contacts : [], {
    fingerprint: signer.fingerprint,
    companies: [signer.organization, file.answers.header.company],
  });
}
