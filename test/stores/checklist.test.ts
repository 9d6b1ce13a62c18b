import { beforeEach, describe, expect, test } from 'vitest';
import { createChecklistStore } from '../../src/stores/checklist.ts';
import { definition, filled } from '../core/checklist/fixture.ts';
import { blockedStorage, MemoryStorage } from './memory-storage.ts';

const key = 'kitei:/site/:checklist:contractor-security:default';
const now = () => new Date('2026-11-21T01:02:03Z');

let storage: MemoryStorage;
beforeEach(() => {
  storage = new MemoryStorage();
});

function open(version = definition.version) {
  const reach = () => storage;
  return createChecklistStore({ ...definition, version }, { storage: reach, base: '/site/', draftId: 'default', now });
}

function stored(): unknown {
  return JSON.parse(storage.values.get(key) ?? 'null');
}

describe('createChecklistStore', () => {
  test('begins empty and writes nothing until something is typed', () => {
    const store = open();
    expect(store.opening).toEqual({ kind: 'none' });
    expect(store.$saving.get()).toBe('idle');
    expect(storage.values.size).toBe(0);
  });

  test('saves each change with the time, and finds it again after a reload', () => {
    const store = open();
    store.fillHeader('company', '株式会社𠮷野<script>');
    store.chooseStatus('manager', 'done');
    store.fillItem('manager', 'evidence', '体制図');
    expect(store.$saving.get()).toBe('saved');
    expect(stored()).toMatchObject({ format: 'kitei-draft/1', savedAt: '2026-11-21T01:02:03.000Z' });

    const again = open();
    expect(again.opening).toMatchObject({ kind: 'restored', savedAt: '2026-11-21T01:02:03.000Z' });
    expect(again.$answers.get()).toEqual(store.$answers.get());
    expect(again.$answers.get().header.company).toBe('株式会社𠮷野<script>');
    expect(again.$counts.get()).toMatchObject({ done: 1, unanswered: 3 });
  });

  test('keeps what was typed when the state changes, so that changing back loses nothing', () => {
    const store = open();
    store.chooseStatus('rules', 'partial');
    store.fillItem('rules', 'dueOn', '2027-03-31');
    store.chooseStatus('rules', 'done');
    store.chooseStatus('rules', 'partial');
    expect(store.$answers.get().items['rules']).toMatchObject({ status: 'partial', dueOn: '2027-03-31' });
  });

  test('refuses an item the list does not have', () => {
    expect(() => open().chooseStatus('__proto__', 'done')).toThrow('has no item "__proto__"');
  });

  test('asks again what was reworded, and is content with a new choice but not with a new note', () => {
    const store = open();
    store.replace({
      ...filled,
      items: { manager: { status: 'done', evidence: '', note: '', dueOn: '', meaning: 'ffffffffffffffff' } },
    });
    expect(store.$stale.get().map(({ id }) => id)).toEqual(['manager']);
    store.fillItem('manager', 'note', '確認中');
    expect(store.$stale.get()).toHaveLength(1);
    store.chooseStatus('manager', 'done');
    expect(store.$stale.get()).toEqual([]);
    expect(store.$counts.get().done).toBe(1);
  });

  test('erase empties the form and removes the draft', () => {
    const store = open();
    store.replace(filled);
    store.erase();
    expect(store.$answers.get().header.company).toBe('');
    expect(store.$saving.get()).toBe('idle');
    expect(storage.values.size).toBe(0);
  });

  test('another draft, another base and another list do not touch one another', () => {
    open().fillHeader('company', '一');
    const other = createChecklistStore(definition, { storage: () => storage, base: '/', draftId: 'default', now });
    expect(other.opening).toEqual({ kind: 'none' });
    const second = createChecklistStore(definition, { storage: () => storage, base: '/site/', draftId: 'second', now });
    expect(second.opening).toEqual({ kind: 'none' });
  });
});

describe('a storage that fails', () => {
  test('blocked: the form works, and says that nothing is kept', () => {
    const store = createChecklistStore(definition, { storage: blockedStorage, base: '/', draftId: 'default', now });
    expect(store.opening).toEqual({ kind: 'blocked' });
    store.fillHeader('company', '株式会社見本');
    expect(store.$answers.get().header.company).toBe('株式会社見本');
    expect(store.$saving.get()).toBe('failed');
    store.erase();
    expect(store.$saving.get()).toBe('failed');
  });

  test('full: the last draft stays, what is typed stays, and the next change that fits is saved', () => {
    const store = open();
    store.fillHeader('company', '株式会社見本');
    storage.capacity = 1000;
    store.fillItem('manager', 'note', 'あ'.repeat(2000));
    expect(store.$saving.get()).toBe('failed');
    expect(store.$answers.get().items['manager']?.note).toHaveLength(2000);
    expect(open().$answers.get().header.company).toBe('株式会社見本');
    store.fillItem('manager', 'note', '短い');
    expect(store.$saving.get()).toBe('saved');
  });
});

describe('a stored value that cannot be read', () => {
  test.each([
    ['no JSON', '{"format":"kitei-draft/1","answers":{'],
    ['another thing', '"hello"'],
    ['no time', '{"format":"kitei-draft/1","answers":{}}'],
    ['an odd answer', JSON.stringify({ format: 'kitei-draft/1', savedAt: 'x', answers: { ...filled, header: null } })],
    [
      'another list',
      JSON.stringify({ format: 'kitei-draft/1', savedAt: 'x', answers: { ...filled, checklist: 'other' } }),
    ],
    ['__proto__', '{"format":"kitei-draft/1","savedAt":"x","__proto__":{"answers":{}}}'],
  ])('%s: moved aside, announced with its text, and the form begins empty', (_, text) => {
    storage.values.set(key, text);
    const store = open();
    expect(store.opening).toEqual({ kind: 'damaged', text });
    expect([...storage.values]).toEqual([[`${key}:damaged`, text]]);
    store.fillHeader('company', '株式会社見本');
    expect(store.$saving.get()).toBe('saved');
    expect(storage.values.get(`${key}:damaged`)).toBe(text);
  });

  test('a second damaged value does not overwrite the first', () => {
    for (const text of ['first', 'second', 'second']) {
      storage.values.set(key, text);
      open();
    }
    expect([...storage.values]).toEqual([
      [`${key}:damaged`, 'first'],
      [`${key}:damaged-2`, 'second'],
    ]);
  });

  test('erase removes the copies kept aside, so that nothing stays on a shared device', () => {
    storage.values.set(key, 'damaged');
    const store = open();
    storage.values.set('kitei:/:other', 'stays');
    store.erase();
    expect([...storage.values.keys()]).toEqual(['kitei:/:other']);
  });

  test('without room to move it, it stays and is not overwritten', () => {
    storage.values.set(key, 'x'.repeat(600));
    storage.capacity = 1000;
    const store = open();
    store.fillHeader('company', '株式会社見本');
    expect(store.$saving.get()).toBe('held');
    expect([...storage.values]).toEqual([[key, 'x'.repeat(600)]]);
  });

  test.each([
    ['a newer draft format', JSON.stringify({ format: 'kitei-draft/2', any: 'thing' })],
    ['a newer list', JSON.stringify({ format: 'kitei-draft/1', savedAt: 'x', answers: { ...filled, version: 3 } })],
  ])('%s: held, not overwritten, until the person erases it', (_, text) => {
    storage.values.set(key, text);
    const store = open();
    expect(store.opening).toEqual({ kind: 'newer', text });
    store.fillHeader('company', '株式会社見本');
    expect(store.$saving.get()).toBe('held');
    expect(storage.values.get(key)).toBe(text);
    store.erase();
    store.fillHeader('company', '株式会社見本');
    expect(store.$saving.get()).toBe('saved');
  });
});
