import { describe, expect, test } from 'vitest';
import { putPerson } from '../../src/core/people/edit.ts';
import { createPeopleStore } from '../../src/stores/people.ts';
import { isPeopleKept, peoplePlace } from '../../src/stores/people-box.ts';

const hanako = { id: 'p1', texts: { name: '見本花子' }, signed: [] };
const now = () => new Date('2026-11-30T00:00:00Z');

/** IndexedDB as a browser has it that stores nothing; counts how often it is reached for. */
function blockedFactory() {
  let asked = 0;
  const factory = (): IDBFactory => {
    asked += 1;
    throw new DOMException('blocked', 'SecurityError');
  };
  return { factory, asked: () => asked };
}

// What it does where IndexedDB works is tried in the real browser: test/browser/people.test.ts.
describe('createPeopleStore', () => {
  test('where IndexedDB is blocked, the list is on the page and says so', async () => {
    const { factory } = blockedFactory();
    const store = createPeopleStore({ factory, base: '/', now, keepsNothing: false });
    await store.look();
    expect(store.$saving.get()).toBe('idle');
    await store.change((list) => putPerson(list, hanako));
    await store.markBackup();
    await store.look();
    expect(store.$saving.get()).toBe('failed');
    expect(store.$state.get()).toEqual({
      list: { keeps: [], people: [hanako] },
      changedAt: '2026-11-30T00:00:00.000Z',
      backupAt: '2026-11-30T00:00:00.000Z',
    });
  });

  test('on a shared device the database is not even reached for', async () => {
    const { factory, asked } = blockedFactory();
    const store = createPeopleStore({ factory, base: '/', now, keepsNothing: true });
    await store.look();
    await store.change((list) => putPerson(list, hanako));
    expect(store.$saving.get()).toBe('off');
    expect(store.$state.get().list.people).toEqual([hanako]);
    expect(asked()).toBe(0);
  });

  test('what was typed on a shared device stays when it is no longer one', async () => {
    const { factory } = blockedFactory();
    const store = createPeopleStore({ factory, base: '/', now, keepsNothing: true });
    await store.change((list) => putPerson(list, hanako));
    await store.keepNothing(false);
    expect(store.$state.get().list.people).toEqual([hanako]);
    expect(store.$saving.get()).toBe('failed');
    await store.keepNothing(true);
    expect(store.$state.get().list.people).toEqual([]);
  });

  test('a change that is none changes nothing, and what cannot be reached is not said to be kept', async () => {
    const { factory } = blockedFactory();
    const store = createPeopleStore({ factory, base: '/', now, keepsNothing: true });
    await store.change(() => undefined);
    expect(store.$state.get().changedAt).toBe('');
    expect(await isPeopleKept(peoplePlace(factory, '/'))).toBe(false);
  });
});
