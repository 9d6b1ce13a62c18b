import { beforeEach, describe, expect, test } from 'vitest';
import { createDocumentStore, type DocumentStore } from '../../src/stores/document.ts';
import { contract } from '../core/document/fixture.ts';
import { MemoryStorage } from './memory-storage.ts';

const prefix = 'kitei:/site/:document:contract:';
let storage: MemoryStorage;
beforeEach(() => {
  storage = new MemoryStorage();
});

function openPage(page: string, keepsNothing = false): DocumentStore {
  let count = 0;
  return createDocumentStore(contract, {
    storage: () => storage,
    base: '/site/',
    now: () => new Date('2026-11-30T01:02:03Z'),
    newId: () => {
      count += 1;
      return `${page}-${count}`;
    },
    keepsNothing,
  });
}

describe('createDocumentStore', () => {
  test('begins with the official words where there are any, and keeps nothing before something is chosen', () => {
    const store = openPage('a');
    expect(store.$answers.get()).toMatchObject({ wording: 'official', fields: {}, articles: {} });
    expect([store.isTyped(), storage.values.size]).toEqual([false, 0]);
  });

  test('what is chosen, filled in and worded is found again by the next page', () => {
    const store = openPage('a');
    store.fill('name', '印刷');
    store.choose('survival', true);
    store.word('ours');
    expect([...storage.values.keys()]).toEqual([`${prefix}a-1`]);
    expect(openPage('b').$answers.get()).toEqual(store.$answers.get());
    expect(store.$saving.get()).toBe('saved');
  });

  test('on a shared device nothing is read or written', () => {
    openPage('a').fill('name', '印刷');
    const store = openPage('b', true);
    store.fill('court', '東京地方裁判所');
    expect(store.$answers.get().fields).toEqual({ court: '東京地方裁判所' });
    expect([...storage.values.keys()]).toEqual([`${prefix}a-1`]);
  });

  test('what cannot be read is put aside, not lost', () => {
    storage.values.set(`${prefix}a-1`, '{"format":"kitei-draft/2","answers":{}}');
    const store = openPage('b');
    store.fill('name', '印刷');
    expect([...storage.values.values()].some((text) => text.includes('"answers":{}'))).toBe(true);
  });
});
