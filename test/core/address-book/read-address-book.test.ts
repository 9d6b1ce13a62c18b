import { describe, expect, test } from 'vitest';
import { longestContactText, mostContacts } from '../../../src/core/address-book/address-book.ts';
import {
  type AddressBookProblem,
  addressBookMessage,
  findContactFault,
  readAddressBook,
  writeAddressBook,
} from '../../../src/core/address-book/read-address-book.ts';
import { longestJson } from '../../../src/core/text/limits.ts';
import { contact, fingerprint } from './fixture.ts';

function asJson(contacts: readonly unknown[], rest: object = {}): string {
  return JSON.stringify({ format: 'kitei-signers/1', contacts, ...rest });
}

describe('readAddressBook', () => {
  test('reads what was written, character for character', () => {
    const contacts = [contact(), contact({ fingerprint: fingerprint('b'), person: '', method: 'other', note: '' })];
    expect(readAddressBook(writeAddressBook(contacts))).toEqual({ ok: true, contacts });
    expect(readAddressBook(writeAddressBook([]))).toEqual({ ok: true, contacts: [] });
  });

  test.each<[string, string, AddressBookProblem]>([
    ['no JSON', '{', { kind: 'not-json' }],
    ['nothing', '', { kind: 'not-json' }],
    ['a list', '[]', { kind: 'other-file' }],
    ['a number', '1', { kind: 'other-file' }],
    ['null', 'null', { kind: 'other-file' }],
    ['answers of a check list', '{"format":"kitei-answers/1","items":{}}', { kind: 'other-file' }],
    ['a later version', '{"format":"kitei-signers/2","people":[]}', { kind: 'newer' }],
    ['a key too many', asJson([], { owner: 'x' }), { kind: 'other-file' }],
    ['__proto__ at the top', '{"format":"kitei-signers/1","contacts":[],"__proto__":{}}', { kind: 'other-file' }],
    [
      '__proto__ in place of the contacts',
      '{"__proto__":{"format":"kitei-signers/1","contacts":[]}}',
      { kind: 'other-file' },
    ],
    ['contacts that are no list', '{"format":"kitei-signers/1","contacts":{"length":1}}', { kind: 'other-file' }],
    ['too long a text', ' '.repeat(longestJson + 1), { kind: 'too-large' }],
    ['too many contacts', asJson(Array.from({ length: mostContacts + 1 }, () => 0)), { kind: 'too-many' }],
    ['the same fingerprint twice', asJson([contact(), contact({ note: '' })]), { kind: 'twice', at: 2 }],
    ['a contact that is none', asJson([contact(), null]), { kind: 'contact', at: 2 }],
    ['a contact with a key too many', asJson([{ ...contact(), trusted: true }]), { kind: 'contact', at: 1 }],
    ['a contact with one too few', asJson([{ ...contact(), note: undefined }]), { kind: 'contact', at: 1 }],
    ['__proto__ in a contact', asJson([contact()]).replace('"note"', '"__proto__"'), { kind: 'contact', at: 1 }],
    ['a method of Object', asJson([{ ...contact(), method: 'constructor' }]), { kind: 'contact', at: 1 }],
  ])('refuses %s', (_, text, problem) => {
    expect(readAddressBook(text)).toEqual({ ok: false, problem });
    expect(addressBookMessage(problem)).toMatch(/。$/);
  });
});

describe('findContactFault', () => {
  test.each([
    ['fingerprint', 'fingerprint', { fingerprint: fingerprint('A') }],
    ['fingerprint', 'fingerprint', { fingerprint: fingerprint('a').slice(1) }],
    ['company', 'empty', { company: ' ', person: '　' }],
    ['company', 'character', { company: '株式会社\u202E甲' }],
    ['company', 'character', { company: '株式会社\n甲' }],
    ['person', 'too-long', { person: '𠮷'.repeat(longestContactText + 1) }],
    ['note', 'character', { note: '\u0000' }],
    ['checkedOn', 'date', { checkedOn: '2026-02-30' }],
    ['checkedOn', 'date', { checkedOn: '' }],
  ] as const)('%s: %s', (field, kind, change) => {
    expect(findContactFault(contact(change))).toEqual({ field, kind });
    expect(readAddressBook(asJson([contact(change)]))).toEqual({ ok: false, problem: { kind: 'contact', at: 1 } });
  });

  test('finds nothing wrong with a person without a company, nor with names at their longest', () => {
    expect(findContactFault(contact({ company: '' }))).toBeUndefined();
    expect(findContactFault(contact({ company: '𠮷'.repeat(longestContactText) }))).toBeUndefined();
  });
});
