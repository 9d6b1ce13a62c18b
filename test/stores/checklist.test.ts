import { beforeEach, describe, expect, test } from 'vitest';
import { definition, filled } from '../record/v1/checklist/fixture.ts';
import { blockedStorage, MemoryStorage } from './memory-storage.ts';
import { openPage, prefix, storedKeys } from './support.ts';

const key = `${prefix}new-1`;
let storage: MemoryStorage;
beforeEach(() => {
  storage = new MemoryStorage();
});

function stored(): unknown {
  return JSON.parse(storage.values.get(key) ?? 'null');
}

describe('createChecklistStore', () => {
  test('begins empty and writes nothing until something is typed', () => {
    const store = openPage(storage);
    expect(store.$opened.get()).toEqual({ id: 'new-1', opening: { kind: 'none' } });
    expect(store.$saving.get()).toBe('idle');
    expect(storage.values.size).toBe(0);
  });

  test('saves each change with the times, and finds it again after a reload', () => {
    const store = openPage(storage);
    store.fillHeader('company', '株式会社𠮷野<script>');
    store.chooseStatus('manager', 'done');
    store.fillItem('manager', 'evidence', '体制図');
    expect(store.$saving.get()).toBe('saved');
    const time = '2026-11-21T01:02:03.000Z';
    expect(stored()).toMatchObject({ format: 'kitei-draft/2', startedAt: time, savedAt: time });

    const again = openPage(storage);
    expect(again.$opened.get()).toMatchObject({ id: 'new-1', opening: { kind: 'restored', savedAt: time } });
    expect(again.$answers.get()).toEqual(store.$answers.get());
    expect(again.$answers.get().header.company).toBe('株式会社𠮷野<script>');
    expect(again.$counts.get()).toMatchObject({ done: 1, unanswered: 3 });
  });

  test('the draft of version 1 is opened, and written as version 2 with the next change', () => {
    const old = { format: 'kitei-draft/1', savedAt: '2025-04-01T00:00:00.000Z', answers: filled };
    storage.values.set(`${prefix}default`, JSON.stringify(old));
    const store = openPage(storage);
    expect(store.$opened.get()).toMatchObject({ id: 'default', opening: { kind: 'restored' } });
    expect(store.$answers.get()).toEqual(filled);
    store.fillHeader('recipient', '見本市');
    expect(JSON.parse(storage.values.get(`${prefix}default`) ?? '')).toMatchObject({
      format: 'kitei-draft/2',
      startedAt: old.savedAt,
      answers: { header: { recipient: '見本市' } },
    });
  });

  test('keeps what was typed when the state changes, so that changing back loses nothing', () => {
    const store = openPage(storage);
    store.chooseStatus('rules', 'partial');
    store.fillItem('rules', 'dueOn', '2027-03-31');
    store.chooseStatus('rules', 'done');
    store.chooseStatus('rules', 'partial');
    expect(store.$answers.get().items['rules']).toMatchObject({ status: 'partial', dueOn: '2027-03-31' });
  });

  test('refuses an item the list does not have', () => {
    expect(() => openPage(storage).chooseStatus('__proto__', 'done')).toThrow('has no item "__proto__"');
  });

  test('asks again what was reworded, and is content with a new choice but not with a new note', () => {
    const store = openPage(storage);
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
    const store = openPage(storage);
    store.replace(filled);
    store.erase();
    expect(store.$answers.get().header.company).toBe('');
    expect(store.$saving.get()).toBe('idle');
    expect(storage.values.size).toBe(0);
  });

  test('another base and another list do not touch one another', () => {
    openPage(storage).fillHeader('company', '一');
    expect(openPage(storage, { base: '/' }).listDrafts()).toEqual([]);
    storage.values.set(key.replace('contractor-security', 'other-list'), storage.values.get(key) ?? '');
    expect(openPage(storage).listDrafts()).toHaveLength(1);
  });
});

describe('a storage that fails', () => {
  test('blocked: the form works, and says that nothing is kept', () => {
    const store = openPage(storage, { storage: blockedStorage });
    expect(store.$opened.get().opening).toEqual({ kind: 'blocked' });
    expect(store.$isAtRisk.get()).toBe(false);
    store.fillHeader('company', '株式会社見本');
    expect(store.$answers.get().header.company).toBe('株式会社見本');
    expect(store.$saving.get()).toBe('blocked');
    expect(store.$isAtRisk.get()).toBe(true);
    expect(store.listDrafts()).toEqual([]);
    expect(store.eraseDrafts()).toBe(false);
    store.erase();
    expect(store.$saving.get()).toBe('blocked');
  });

  test.each(['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED'])(
    'full (%s): the last draft stays, what is typed stays, and the next change that fits is saved',
    (fullName) => {
      const store = openPage(storage);
      store.fillHeader('company', '株式会社見本');
      Object.assign(storage, { fullName, capacity: 1000 });
      store.fillItem('manager', 'note', 'あ'.repeat(2000));
      expect(store.$saving.get()).toBe('full');
      expect(store.$isAtRisk.get()).toBe(true);
      expect(store.$answers.get().items['manager']?.note).toHaveLength(2000);
      expect(openPage(storage).$answers.get().header.company).toBe('株式会社見本');
      store.fillItem('manager', 'note', '短い');
      expect(store.$saving.get()).toBe('saved');
      expect(store.$isAtRisk.get()).toBe(false);
    },
  );

  test('full: erasing another draft makes room, and what is typed is saved', () => {
    openPage(storage, { page: 'large' }).fillItem('manager', 'note', 'あ'.repeat(500));
    storage.capacity = 1200;
    const store = openPage(storage, { draftId: 'other' });
    store.fillItem('manager', 'note', 'い'.repeat(500));
    expect(store.$saving.get()).toBe('full');
    const [large] = store.listDrafts();
    expect(large && store.eraseDraft(large)).toBe(true);
    expect(store.$saving.get()).toBe('saved');
    expect(storedKeys(storage)).toEqual(['other']);
  });
});

describe('a stored value that cannot be read', () => {
  const at = { format: 'kitei-draft/2', startedAt: '2026-11-21T00:00:00Z', savedAt: '2026-11-21T00:00:00Z' };

  test.each([
    ['no JSON', '{"format":"kitei-draft/1","answers":{'],
    ['another thing', '"hello"'],
    ['no time', '{"format":"kitei-draft/1","answers":{}}'],
    ['an odd answer', JSON.stringify({ ...at, answers: { ...filled, header: null } })],
    ['another list', JSON.stringify({ ...at, answers: { ...filled, checklist: 'other' } })],
    ['__proto__', '{"format":"kitei-draft/2","savedAt":"x","__proto__":{"answers":{}}}'],
  ])('%s: moved aside, announced with its text, and the form begins empty', (_, text) => {
    storage.values.set(key, text);
    const store = openPage(storage);
    expect(store.$opened.get()).toEqual({ id: 'new-1', opening: { kind: 'damaged', text } });
    expect([...storage.values]).toEqual([[`${key}:damaged`, text]]);
    store.fillHeader('company', '株式会社見本');
    expect(store.$saving.get()).toBe('saved');
    expect(storage.values.get(`${key}:damaged`)).toBe(text);
    expect(store.listDrafts().map(({ kind, id }) => [kind, id])).toEqual([
      ['readable', 'new-1'],
      ['damaged', undefined],
    ]);
  });

  test('a second damaged value does not overwrite the first', () => {
    for (const text of ['first', 'second', 'second']) {
      storage.values.set(key, text);
      openPage(storage);
    }
    expect([...storage.values]).toEqual([
      [`${key}:damaged`, 'first'],
      [`${key}:damaged-2`, 'second'],
    ]);
  });

  test('erase removes the copies kept aside', () => {
    storage.values.set(key, 'damaged');
    const store = openPage(storage);
    storage.values.set('kitei:/:other', 'stays');
    store.erase();
    expect([...storage.values.keys()]).toEqual(['kitei:/:other']);
  });

  test('without room to move it, it stays, and what is typed goes into a draft of its own', () => {
    storage.values.set(key, 'x'.repeat(600));
    storage.capacity = 1100;
    const store = openPage(storage, { draftId: 'new-1', page: 'second' });
    expect(store.$opened.get()).toMatchObject({ id: 'second-1', opening: { kind: 'damaged' } });
    store.fillHeader('company', '株式会社見本');
    expect(store.$saving.get()).toBe('saved');
    expect(storage.values.get(key)).toBe('x'.repeat(600));
    expect(storedKeys(storage)).toEqual(['new-1', 'second-1']);
  });

  test.each([
    ['a newer draft format', JSON.stringify({ format: 'kitei-draft/3', any: 'thing' })],
    ['a newer list', JSON.stringify({ ...at, answers: { ...filled, version: definition.version + 1 } })],
  ])('%s: never overwritten, announced with its text, and what is typed goes into a draft of its own', (_, text) => {
    storage.values.set(`${prefix}future`, text);
    const store = openPage(storage, { draftId: 'future' });
    expect(store.$opened.get()).toEqual({ id: 'new-1', opening: { kind: 'newer', text } });
    store.fillHeader('company', '株式会社見本');
    expect(store.$saving.get()).toBe('saved');
    expect(storage.values.get(`${prefix}future`)).toBe(text);
    const [, newer] = store.listDrafts();
    expect(newer).toEqual({ kind: 'newer', key: `${prefix}future`, id: 'future', text });
    store.erase();
    expect(storedKeys(storage)).toEqual(['future']);
  });
});
