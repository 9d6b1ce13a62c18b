import { type CompanyName, compareCompanies, toCompanyName } from '../text/company-key.ts';
import type { Contact, SignerMatch } from './address-book.ts';

/** What a signer is asked after in a book. */
export interface SignerQuery {
  fingerprint: string;
  /** The names under which the signer appears, in certificate and answers; blank ones are passed over. */
  companies: readonly string[];
}

/** Read once: a book of a thousand is asked for each of three hundred files. */
const names = new WeakMap<Contact, CompanyName>();

/** The company of a contact, as it is compared. */
export function nameOf(contact: Contact): CompanyName {
  const name = names.get(contact) ?? toCompanyName(contact.company);
  names.set(contact, name);
  return name;
}

/**
 * Looks a signer up. The fingerprint decides; a name only warns. Another key warns as soon as the name is near to a known one,
 * without its legal form for example; a known key, as soon as the name is not the same.
 */
export function findSigner(contacts: readonly Contact[], { fingerprint, companies }: SignerQuery): SignerMatch {
  const asked = companies.map(toCompanyName).filter(({ key }) => key !== '');
  const contact = contacts.find((known) => known.fingerprint === fingerprint);
  if (contact) {
    const { key } = nameOf(contact);
    return { kind: 'registered', contact, isOtherCompany: asked.some((name) => name.key !== key) };
  }
  const others = contacts.filter((known) => asked.some((name) => compareCompanies(name, nameOf(known)) !== 'apart'));
  return others.length > 0 ? { kind: 'differs', contacts: others } : { kind: 'unknown' };
}
