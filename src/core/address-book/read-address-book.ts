import { get } from '../../record/v1/read-values.ts';
import { type BackupProblem, hasOnly, openBackup } from '../backup/open-backup.ts';
import { countCharacters, findForbidden, findUnsafe } from '../text/characters.ts';
import { isDate } from '../text/date.ts';
import { longestJson } from '../text/limits.ts';
import { type Contact, isMethod, longestContactNote, longestContactText, mostContacts } from './address-book.ts';

const format = 'kitei-signers/1';
const keys = ['fingerprint', 'company', 'person', 'method', 'checkedOn', 'checkedBy', 'note'] as const;

/** Why a text is no address book. `at` is the place of the contact, counted from 1, where one is at fault. */
export type AddressBookProblem =
  | BackupProblem
  | { kind: 'too-many' }
  | { kind: 'contact'; at: number }
  /** Two contacts with one fingerprint. */
  | { kind: 'twice'; at: number };

export type AddressBookReading = { ok: true; contacts: Contact[] } | { ok: false; problem: AddressBookProblem };

/** An address book as JSON: storage and exported files hold the same. */
export function writeAddressBook(contacts: readonly Contact[]): string {
  return `${JSON.stringify({ format, contacts }, null, 2)}\n`;
}

/** Reads an address book strictly: a key too many, an odd date, a hidden character, and the whole is refused. */
export function readAddressBook(text: string): AddressBookReading {
  const backup = openBackup(text, format, longestJson);
  if (!backup.ok) return backup;
  const { value } = backup;
  const entries = get(value, 'contacts');
  if (!Array.isArray(entries) || !hasOnly(value, ['format', 'contacts'])) return fail({ kind: 'other-file' });
  if (entries.length > mostContacts) return fail({ kind: 'too-many' });
  return readContacts(entries);
}

function readContacts(entries: readonly unknown[]): AddressBookReading {
  const contacts = new Map<string, Contact>();
  for (const [index, entry] of entries.entries()) {
    const contact = readContact(entry);
    if (!contact) return fail({ kind: 'contact', at: index + 1 });
    if (contacts.has(contact.fingerprint)) return fail({ kind: 'twice', at: index + 1 });
    contacts.set(contact.fingerprint, contact);
  }
  return { ok: true, contacts: [...contacts.values()] };
}

/** One contact, or undefined where anything about it is not as the page itself writes it. */
function readContact(value: unknown): Contact | undefined {
  if (!hasOnly(value, keys)) return undefined;
  const texts = keys.map((key) => get(value, key));
  if (!texts.every((text) => typeof text === 'string')) return undefined;
  const [fingerprint = '', company = '', person = '', method, checkedOn = '', checkedBy = '', note = ''] = texts;
  if (!isMethod(method)) return undefined;
  const contact: Contact = { fingerprint, company, person, method, checkedOn, checkedBy, note };
  // What was kept before more was forbidden stays readable.
  return findContactFault(contact, findUnsafe) === undefined ? contact : undefined;
}

/** Fields of a contact, as a form has them. */
export type ContactField = (typeof keys)[number];

export type ContactFault = { field: ContactField; kind: 'empty' | 'too-long' | 'date' | 'character' | 'fingerprint' };

/** The first thing wrong with a contact; a company or a person must be named, so that one knows whose key it is. */
export function findContactFault(contact: Contact, findHidden = findForbidden): ContactFault | undefined {
  if (!/^[0-9a-f]{64}$/.test(contact.fingerprint)) return { field: 'fingerprint', kind: 'fingerprint' };
  if (contact.company.trim() === '' && contact.person.trim() === '') return { field: 'company', kind: 'empty' };
  for (const field of ['company', 'person', 'checkedBy', 'note'] as const) {
    const isNote = field === 'note';
    if (findHidden(contact[field], { lines: isNote })) return { field, kind: 'character' };
    if (countCharacters(contact[field]) > (isNote ? longestContactNote : longestContactText))
      return { field, kind: 'too-long' };
  }
  return isDate(contact.checkedOn) ? undefined : { field: 'checkedOn', kind: 'date' };
}

const problems: Readonly<Record<Exclude<AddressBookProblem['kind'], 'contact' | 'twice'>, string>> = {
  'too-large': 'このファイルは指紋の台帳としては大きすぎます。書き出した台帳のファイルを選び直してください。',
  'not-json':
    'このファイルは読み取れません。壊れているか、台帳ではありません。書き出した台帳のファイルを選び直してください。',
  'other-file': 'このファイルは指紋の台帳ではありません。「台帳を書き出す」で作ったファイルを選んでください。',
  newer: 'この台帳は、より新しい版のサイトで作られています。この頁を開き直してから、もう一度選んでください。',
  'too-many': `台帳に載せられるのは${mostContacts}件までです。分けて書き出したものを選んでください。`,
};

/** What to tell the reader. */
export function addressBookMessage(problem: AddressBookProblem): string {
  if (problem.kind === 'contact')
    return `台帳の${problem.at}件目が、このサイトの書き方と違います。手で直したファイルは取り込めません。書き出し直してもらってください。`;
  if (problem.kind === 'twice')
    return `台帳の${problem.at}件目の指紋が、前にも出てきます。手で直したファイルは取り込めません。書き出し直してもらってください。`;
  return problems[problem.kind];
}

function fail(problem: AddressBookProblem): AddressBookReading {
  return { ok: false, problem };
}
