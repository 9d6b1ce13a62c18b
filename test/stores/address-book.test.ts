import { describe, expect, test } from 'vitest';
import { mostContacts } from '../../src/core/address-book/address-book.ts';
import { planMerge } from '../../src/core/address-book/merge.ts';
import { writeAddressBook } from '../../src/core/address-book/read-address-book.ts';
import { addressBookKey, createAddressBook } from '../../src/stores/address-book.ts';
import { contact, fingerprint } from '../core/address-book/fixture.ts';
import { blockedStorage, MemoryStorage } from './memory-storage.ts';

const key = addressBookKey('/');
const first = contact();
const second = contact({ fingerprint: fingerprint('b'), company: '有限会社甲' });

function open(storage: MemoryStorage) {
  return createAddressBook({ storage: () => storage, base: '/' });
}

describe('createAddressBook', () => {
  test('keeps what was registered, for the next page too', () => {
    const storage = new MemoryStorage();
    const book = open(storage);
    expect(book.$saving.get()).toBe('idle');
    expect(book.put(first)).toBe(true);
    expect(book.$saving.get()).toBe('saved');
    expect(open(storage).$contacts.get()).toEqual([first]);
    book.drop(first.fingerprint);
    expect(open(storage).$contacts.get()).toEqual([]);
  });

  test('two sites of one server keep apart', () => {
    const storage = new MemoryStorage();
    createAddressBook({ storage: () => storage, base: '/a/' }).put(first);
    expect(createAddressBook({ storage: () => storage, base: '/b/' }).$contacts.get()).toEqual([]);
  });

  test('two pages do not undo what the other has registered', () => {
    const storage = new MemoryStorage();
    const [here, there] = [open(storage), open(storage)];
    here.put(first);
    there.put(second);
    here.look();
    expect(here.$contacts.get()).toEqual([first, second]);
    expect(open(storage).$contacts.get()).toEqual([first, second]);
  });

  test('a book that another page has emptied is empty here as well', () => {
    const storage = new MemoryStorage();
    const book = open(storage);
    book.put(first);
    storage.removeItem(key);
    book.look();
    expect(book.$contacts.get()).toEqual([]);
  });

  test.each(['{"format":"kitei-signers/1","contacts":[{}]}', 'もじ', ''])(
    'a damaged value is put aside and can be had back: %j',
    (text) => {
      const storage = new MemoryStorage();
      storage.setItem(key, text);
      const book = open(storage);
      expect(book.$trouble.get()).toEqual({ kind: 'damaged', text });
      expect(storage.getItem(`${key}:damaged`)).toBe(text);
      book.put(first);
      expect(book.$saving.get()).toBe('saved');
      storage.setItem(key, `${text}2`);
      open(storage);
      expect([storage.getItem(`${key}:damaged`), storage.getItem(`${key}:damaged-2`)]).toEqual([text, `${text}2`]);
    },
  );

  test('a damaged value that cannot be put aside is not overwritten', () => {
    const storage = new MemoryStorage();
    storage.setItem(key, '{');
    storage.capacity = key.length + 5;
    const book = open(storage);
    storage.capacity = Number.POSITIVE_INFINITY;
    expect(book.put(first)).toBe(true);
    expect(book.$saving.get()).toBe('held');
    expect(storage.getItem(key)).toBe('{');
    expect(book.$contacts.get()).toEqual([first]);
  });

  test('a book of a newer version is not overwritten', () => {
    const storage = new MemoryStorage();
    const text = '{"format":"kitei-signers/2"}';
    storage.setItem(key, text);
    const book = open(storage);
    expect(book.$trouble.get()).toEqual({ kind: 'newer', text });
    book.put(first);
    expect([book.$saving.get(), storage.getItem(key)]).toEqual(['held', text]);
  });

  test('with blocked storage it lasts as long as the page, and says so', () => {
    const book = createAddressBook({ storage: blockedStorage, base: '/' });
    expect(book.$trouble.get()).toEqual({ kind: 'blocked' });
    book.put(first);
    book.put(second);
    expect([book.$saving.get(), book.$contacts.get()]).toEqual(['failed', [first, second]]);
  });

  test('with full storage the change stays on the page, and is stored with the next one that fits', () => {
    const storage = new MemoryStorage();
    storage.capacity = 10;
    const book = open(storage);
    book.put(first);
    expect(book.$saving.get()).toBe('failed');
    book.look();
    expect(book.$contacts.get()).toEqual([first]);
    storage.capacity = Number.POSITIVE_INFINITY;
    book.put(second);
    expect(book.$saving.get()).toBe('saved');
    expect(open(storage).$contacts.get()).toEqual([first, second]);
  });

  test('a full book takes no more, and still lets one be changed', () => {
    const storage = new MemoryStorage();
    const full = Array.from({ length: mostContacts }, (_, at) =>
      contact({ fingerprint: at.toString(16).padStart(64, '0'), note: '' }),
    );
    storage.setItem(key, writeAddressBook(full));
    const book = open(storage);
    expect(book.$contacts.get()).toHaveLength(mostContacts);
    expect(book.put(first)).toBe(false);
    expect(book.put(contact({ fingerprint: '0'.repeat(64), note: '改めた' }))).toBe(true);
    expect(book.$contacts.get()[0]?.note).toBe('改めた');
    expect(book.merge(planMerge(book.$contacts.get(), [second]), new Set())).toBe(false);
  });

  test('a merge takes additions and what was chosen', () => {
    const storage = new MemoryStorage();
    const book = open(storage);
    book.put(first);
    const changed = contact({ note: '' });
    const plan = planMerge(book.$contacts.get(), [changed, second]);
    expect(book.merge(plan, new Set())).toBe(true);
    expect(open(storage).$contacts.get()).toEqual([first, second]);
    expect(book.merge(plan, new Set([changed.fingerprint]))).toBe(true);
    expect(open(storage).$contacts.get()).toEqual([changed, second]);
  });
});
