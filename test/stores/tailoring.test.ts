import { describe, expect, test } from 'vitest';
import { createTailoringStore, longestFile, type TailoringStore } from '../../src/stores/tailoring.ts';
import { blockedStorage, MemoryStorage } from './memory-storage.ts';

const key = 'kitei:/site/:tailoring:organization:last';
const now = () => new Date('2026-11-21T01:02:03Z');
const open = (storage: MemoryStorage): TailoringStore =>
  createTailoringStore({ storage: () => storage, base: '/site/', now });

/** As another version, another page or a curious person may have left it. */
function stored(answers: unknown): MemoryStorage {
  const storage = new MemoryStorage();
  const time = now().toISOString();
  storage.setItem(key, JSON.stringify({ format: 'kitei-draft/2', startedAt: time, savedAt: time, answers }));
  return storage;
}

describe('createTailoringStore', () => {
  test('finds what an earlier visit left, with the file that was read in', () => {
    const storage = new MemoryStorage();
    const tailoring = { values: { name: '見本', 'choices.byod': 'forbidden' }, file: 'name: a\n' };
    open(storage).change(tailoring);
    const again = open(storage);
    expect(again.opening).toEqual({ kind: 'restored', value: tailoring, savedAt: '2026-11-21T01:02:03.000Z' });
    expect(again.$tailoring.get()).toEqual(tailoring);
    expect([...storage.values.keys()]).toEqual([key]);
  });

  test('stores nothing before something is tried, and says when a value is nowhere else', () => {
    const storage = new MemoryStorage();
    const store = open(storage);
    store.change({ values: {} });
    expect(storage.values.size).toBe(0);
    storage.capacity = 10;
    store.change({ values: { name: '見本' } });
    expect([store.$saving.get(), store.$isAtRisk.get()]).toEqual(['full', true]);
    store.handOut();
    expect(store.$isAtRisk.get()).toBe(false);
    store.change({ values: { name: '見本商事' } });
    expect(store.$isAtRisk.get()).toBe(true);
  });

  test('works where the browser stores nothing', () => {
    const store = createTailoringStore({ storage: blockedStorage, base: '/', now });
    expect(store.opening.kind).toBe('blocked');
    store.change({ values: { name: '見本' } });
    expect(store.$tailoring.get().values).toEqual({ name: '見本' });
  });

  test.each<[string, unknown]>([
    ['no object', 'x'],
    ['no values', {}],
    ['a value that is no text', { values: { name: 1 } }],
    ['a path that is none', { values: { 'a.b.c': 'x' } }],
    ['the prototype', JSON.parse('{"values":{"__proto__":"x"}}')],
    ['a value longer than any', { values: { name: 'x'.repeat(3000) } }],
    ['more values than any', { values: Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`a${at}`, ''])) }],
    ['a file longer than any', { values: {}, file: 'x'.repeat(longestFile + 1) }],
  ])('puts %s aside and keeps it, also when the values are taken back', (_, answers) => {
    const storage = stored(answers);
    const text = storage.getItem(key);
    const store = open(storage);
    expect(store.opening).toEqual({ kind: 'damaged', text });
    store.change({ values: { name: '見本' } });
    store.change({ values: {} });
    expect(storage.getItem(`${key}:damaged`)).toBe(text);
  });

  test('overwrites nothing that a newer version or another page has stored', () => {
    const newer = new MemoryStorage();
    newer.setItem(key, '{"format":"kitei-draft/9"}');
    const store = open(newer);
    store.change({ values: { name: '見本' } });
    expect(newer.getItem(key)).toBe('{"format":"kitei-draft/9"}');
    expect(store.$isAtRisk.get()).toBe(true);

    const storage = new MemoryStorage();
    const [one, other] = [open(storage), open(storage)];
    one.change({ values: { name: '一' } });
    other.change({ values: { name: '二' } });
    expect(other.$saving.get()).toBe('changed');
    expect(open(storage).$tailoring.get().values).toEqual({ name: '一' });
    other.overwrite();
    expect(open(storage).$tailoring.get().values).toEqual({ name: '二' });
  });

  test('erases the device and the values', () => {
    const storage = new MemoryStorage();
    const store = open(storage);
    store.change({ values: { name: '見本' } });
    store.erase();
    expect(storage.values.size).toBe(0);
    expect(store.$tailoring.get()).toEqual({ values: {} });
  });
});
