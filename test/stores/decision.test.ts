import { describe, expect, test } from 'vitest';
import { createDecisionStore } from '../../src/stores/decision.ts';
import { definition } from '../record/v1/decision/fixture.ts';
import { MemoryStorage } from './memory-storage.ts';

const key = 'kitei:/site/:decision:take-out:last';

function open(storage: MemoryStorage, page = 'new') {
  let count = 0;
  const newCase = () => {
    count += 1;
    return `${page}-${count}`;
  };
  const now = () => new Date('2026-11-21T01:02:03Z');
  return createDecisionStore(definition, { storage: () => storage, base: '/site/', now, newCase });
}

describe('which case the answers are about', () => {
  test('it has a name from the start, which typing keeps', () => {
    const store = open(new MemoryStorage());
    const { case: first } = store.$given.get();
    store.answer('medium', ['paper']);
    store.fillField('place', '区役所');
    expect(store.$given.get().case).toBe(first);
  });

  test.each(['restart', 'eraseTexts', 'erase'] as const)('%s begins another', (verb) => {
    const store = open(new MemoryStorage());
    const { case: first } = store.$given.get();
    store.answer('medium', ['paper']);
    store[verb]();
    expect(store.$given.get().case).not.toBe(first);
  });

  test('what an earlier visit left goes on as the case it was; a new one beside it is another', () => {
    const storage = new MemoryStorage();
    const before = open(storage, 'monday');
    before.answer('medium', ['paper']);
    const store = open(storage, 'tuesday');
    expect(store.$given.get().case).toMatch(/^tuesday/);
    store.resume();
    expect(store.$given.get().case).toBe(before.$given.get().case);
  });

  test('a draft of before cases were told apart is not lost', () => {
    const storage = new MemoryStorage();
    open(storage).fillField('place', '区役所');
    storage.values.set(key, (storage.values.get(key) ?? '').replace(/"case":"[^"]*",?/, ''));
    const store = open(storage);
    expect(store.opening.kind).toBe('restored');
    store.resume();
    expect(store.$given.get()).toMatchObject({ fields: { place: '区役所' }, case: expect.stringMatching(/^new-/) });
  });
});
