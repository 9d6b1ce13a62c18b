import { describe, expect, test } from 'vitest';
import { beginEntry, withState } from '../../src/core/register/merge.ts';
import { createKeptTexts } from '../../src/stores/kept-texts.ts';
import { createRegisterStore } from '../../src/stores/register.ts';
import { isRegisterKept, registerPlace } from '../../src/stores/register-box.ts';
import { MemoryStorage } from './memory-storage.ts';

const now = () => new Date('2026-11-30T00:00:00Z');
const writing = (id: string) => ({ id, at: '2026-11-30T00:00:00.000Z', by: '見本花子' });
const entry = beginEntry('e1', 'entries', { cells: { content: 'USB' } }, writing('s1'));

/** IndexedDB as a browser has it that stores nothing; counts how often it is reached for. */
function blocked(keepsNothing: boolean) {
  let asked = 0;
  const factory = (): IDBFactory => {
    asked += 1;
    throw new DOMException('blocked', 'SecurityError');
  };
  const store = createRegisterStore({ factory, base: '/', formId: 'form', now, keepsNothing });
  return { store, factory, asked: () => asked };
}

// What it does where IndexedDB works is tried in the real browser: test/browser/register.test.ts.
describe('createRegisterStore', () => {
  test('where IndexedDB is blocked, entries are on the page and it says so', async () => {
    const { store } = blocked(false);
    await store.look();
    expect(store.$saving.get()).toBe('idle');
    expect(await store.put([entry])).toMatchObject({ added: ['e1'], changed: [], conflicts: [] });
    const closed = withState(entry, { cells: { content: 'USB', back: '1日' } }, writing('s2'));
    expect(await store.put([closed])).toMatchObject({ added: [], changed: ['e1'] });
    await store.look();
    expect(store.$saving.get()).toBe('failed');
    expect(store.$state.get()).toEqual({ entries: [closed], changedAt: '2026-11-30T00:00:00.000Z', backupAt: '' });
  });

  test('on a shared device the database is not even reached for', async () => {
    const { store, asked } = blocked(true);
    await store.look();
    await store.put([entry]);
    expect(store.$saving.get()).toBe('off');
    expect(store.$state.get().entries).toEqual([entry]);
    expect(await store.drop(['e1'])).toBe(true);
    expect(store.$state.get().entries).toEqual([]);
    expect(asked()).toBe(0);
  });

  test('what was typed on a shared device stays when it is no longer one; what could not be stored as well', async () => {
    const { store } = blocked(true);
    await store.put([entry]);
    await store.keepNothing(false);
    expect(store.$state.get().entries).toEqual([entry]);
    expect(store.$saving.get()).toBe('failed');
    await store.keepNothing(true);
    expect(store.$state.get().entries).toEqual([entry]);
  });

  test('more than a register may have is refused, and nothing changes', async () => {
    const { store } = blocked(true);
    const many = Array.from({ length: 20_001 }, (_, index) =>
      beginEntry(`e${index}`, 'entries', { cells: {} }, writing(`s${index}`)),
    );
    await expect(store.put(many)).rejects.toThrow('more than 20000 entries');
    expect(store.$state.get().entries).toEqual([]);
    const states = Array.from({ length: 201 }, (_, index) => ({ ...writing(`s${index}`), after: [], cells: {} }));
    await expect(store.put([{ ...entry, states }])).rejects.toThrow('more than 200 states');
  });

  test('what cannot be reached is not said to be kept', async () => {
    expect(await isRegisterKept(registerPlace(blocked(false).factory, '/', 'form'))).toBe(false);
  });
});

describe('createKeptTexts', () => {
  test('keeps each text beside what another page has kept by now', () => {
    const storage = new MemoryStorage();
    const [one, other] = [0, 1].map(() => createKeptTexts(() => storage, 'key', false));
    one?.put('name', '見本花子');
    other?.put('company', '見本商事');
    expect(createKeptTexts(() => storage, 'key', false).$texts.get()).toEqual({
      name: '見本花子',
      company: '見本商事',
    });
    other?.put('name', '');
    other?.put('company', '');
    expect(storage.getItem('key')).toBeNull();
  });

  test('on a shared device shows nothing that is kept, and keeps nothing', () => {
    const storage = new MemoryStorage();
    const texts = createKeptTexts(() => storage, 'key', false);
    texts.put('name', '見本花子');
    texts.keepNothing(true);
    expect(texts.$texts.get()).toEqual({});
    texts.put('name', '別の人');
    expect(storage.getItem('key')).toBe('{"name":"見本花子"}');
    texts.keepNothing(false);
    expect(texts.$texts.get()).toEqual({ name: '見本花子' });
  });

  test.each(['{', '[1]', '"text"', '{"name":1}'])('%s is as if nothing were there', (text) => {
    const storage = new MemoryStorage();
    storage.setItem('key', text);
    expect(createKeptTexts(() => storage, 'key', false).$texts.get()).toEqual({});
  });

  test('where the storage is blocked, they hold for the page', () => {
    const texts = createKeptTexts(
      () => {
        throw new DOMException('blocked', 'SecurityError');
      },
      'key',
      false,
    );
    texts.put('name', '見本花子');
    expect(texts.$texts.get()).toEqual({ name: '見本花子' });
  });
});
