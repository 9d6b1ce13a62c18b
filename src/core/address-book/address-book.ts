/** How a fingerprint was compared with what its owner said. */
export type CheckMethod = 'telephone' | 'inPerson' | 'other';

/** Names as readers see them. */
export const methodNames: Readonly<Record<CheckMethod, string>> = {
  telephone: '電話で読み上げてもらった',
  inPerson: '会って見比べた',
  other: 'そのほか',
};

/** Whether a text is one of the methods. */
export function isMethod(text: unknown): text is CheckMethod {
  return typeof text === 'string' && Object.hasOwn(methodNames, text);
}

/** One signing key whose owner somebody of ours has asked. */
export interface Contact {
  /** SHA-256 of the certificate, 64 lower-case hexadecimal digits: there is one contact for each. */
  fingerprint: string;
  /** 会社名 */
  company: string;
  /** 氏名 of the signer */
  person: string;
  method: CheckMethod;
  /** 確かめた日 as YYYY-MM-DD */
  checkedOn: string;
  /** 確かめた人: who of ours compared it, or '' */
  checkedBy: string;
  note: string;
}

/** Most contacts in a book. */
export const mostContacts = 1000;
/** Longest text of a contact, in code points; the note may be five times as long. */
export const longestContactText = 200;
export const longestContactNote = 1000;

/** What a book knows of a signer. */
export type SignerMatch =
  /** `isOtherCompany`: the fingerprint is known, but under a name that the file does not bear. */
  | { kind: 'registered'; contact: Contact; isOtherCompany: boolean }
  /** The company is known, but not with this fingerprint. */
  | { kind: 'differs'; contacts: readonly Contact[] }
  | { kind: 'unknown' };

/** The book with this contact in it, in the place of the one with its fingerprint or at the end. */
export function putContact(contacts: readonly Contact[], contact: Contact): Contact[] {
  const isKnown = contacts.some(({ fingerprint }) => fingerprint === contact.fingerprint);
  return isKnown
    ? contacts.map((known) => (known.fingerprint === contact.fingerprint ? contact : known))
    : [...contacts, contact];
}

/** The book without the contact of this fingerprint. */
export function dropContact(contacts: readonly Contact[], fingerprint: string): Contact[] {
  return contacts.filter((known) => known.fingerprint !== fingerprint);
}
