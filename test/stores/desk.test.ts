import { describe, expect, test } from 'vitest';
import { receive } from '../../src/core/desk/receive.ts';
import { createDeskStore } from '../../src/stores/desk.ts';
import { deskKeepsKey, sayKeep, saysKeep } from '../../src/stores/desk-place.ts';
import { checked, listFile, sound } from '../core/desk/fixture.ts';
import { sha256 } from '../support/record.ts';
import { MemoryStorage } from './memory-storage.ts';

const now = () => new Date('2026-12-01T00:00:00Z');
const received = receive(
  checked('一', sound(listFile({}))),
  undefined,
  { at: '2026-12-01T00:00:00.000Z', by: '見本花子' },
  sha256,
);
const entry = received.entry ?? expect.fail('A new file has an entry.');

/** IndexedDB as a browser has it that stores nothing; counts how often it is reached for. */
function blocked(keepsNothing: boolean) {
  let asked = 0;
  const factory = (): IDBFactory => {
    asked += 1;
    throw new DOMException('blocked', 'SecurityError');
  };
  return { store: createDeskStore({ factory, base: '/', now, keepsNothing }), asked: () => asked };
}

// What it does where IndexedDB works is tried in the real browser: test/browser/desk.test.ts.
describe('createDeskStore', () => {
  test('what is not to be kept is on the page alone, with what its entries lead to', async () => {
    const { store, asked } = blocked(true);
    await store.look();
    await store.put([entry], received.kept);
    await store.look();
    expect(store.$state.get().entries).toEqual([entry]);
    expect(store.$state.get().kept).toEqual(received.kept);
    expect([store.$saving.get(), asked()]).toEqual(['off', 0]);
  });

  test('where IndexedDB is blocked it says so, and nothing is lost from the page', async () => {
    const { store } = blocked(false);
    await store.put([entry], received.kept);
    await store.look();
    expect(store.$saving.get()).toBe('failed');
    expect(store.$state.get().entries).toEqual([entry]);
    expect(store.$state.get().kept).toEqual(received.kept);
    // Turned off and on again the same is tried, and stays.
    await store.keepNothing(true);
    expect(store.$saving.get()).toBe('off');
    expect(store.$state.get().kept).toEqual(received.kept);
    await store.keepNothing(false);
    expect(store.$saving.get()).toBe('failed');
    expect(store.$state.get().entries).toEqual([entry]);
  });

  test('what is taken off the device stays on the page', async () => {
    const { store } = blocked(false);
    await store.put([entry], received.kept);
    expect(await store.moveToPage()).toBe(true);
    expect(store.$saving.get()).toBe('off');
    expect(store.$state.get().entries).toEqual([entry]);
    expect(store.$state.get().kept).toEqual(received.kept);
    expect(await store.eraseAll()).toBe(true);
    expect(store.$state.get().entries).toEqual([]);
  });
});

describe('saysKeep', () => {
  test('holds nothing before the person has said so, and nothing where storage is blocked', () => {
    const storage = new MemoryStorage();
    expect(saysKeep(() => storage, '/a/')).toBe(false);
    expect(sayKeep(() => storage, '/a/', true)).toBe(true);
    expect(saysKeep(() => storage, '/a/')).toBe(true);
    expect(saysKeep(() => storage, '/b/')).toBe(false);
    expect(deskKeepsKey('/a/').startsWith('kitei:/a/:')).toBe(true);
    sayKeep(() => storage, '/a/', false);
    expect(saysKeep(() => storage, '/a/')).toBe(false);
    const blockedStorage = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    expect([saysKeep(blockedStorage, '/'), sayKeep(blockedStorage, '/', true)]).toEqual([false, false]);
  });
});
