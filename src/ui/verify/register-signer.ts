import type { AddressBookStore } from '../../stores/address-book.ts';
import { today } from '../parts/parts.ts';
import { toShortText } from '../parts/visible-text.ts';
import { askContact } from './contact-dialog.ts';
import type { SoundEntry } from './entry.ts';

/** How registering ended. `unsaved`: the contact is known on this page only; `full`: the book holds no more. */
export type Registration = 'cancelled' | 'saved' | 'unsaved' | 'full';

/** Longest name put into the form, in code points: as long as a contact's may be. */
const nameLimit = 200;

/**
 * Asks the person for the particulars of whoever signed a file, and puts them into the book. The names come from the
 * certificate, the company where it has none from the answers; hidden characters are written out.
 */
export async function registerSigner(
  root: ParentNode,
  { outcome }: SoundEntry,
  book: AddressBookStore,
  now: Date,
): Promise<Registration> {
  const { signer, file } = outcome.verification;
  const contact = await askContact(root, {
    fingerprint: signer.fingerprint,
    company: toShortText(signer.organization || file.answers.header.company, nameLimit),
    person: toShortText(signer.commonName, nameLimit),
    method: 'telephone',
    checkedOn: today(now),
    checkedBy: '',
    note: '',
  });
  if (!contact) return 'cancelled';
  if (!book.put(contact)) return 'full';
  return book.$saving.get() === 'saved' ? 'saved' : 'unsaved';
}
