import { describe, expect, test } from 'vitest';
import { createDecisionStore } from '../../src/stores/decision.ts';
import {
  eraseTexts,
  fillHeader,
  forgetCase,
  isAtRisk,
  keepCase,
  openCase,
  resumeCase,
} from '../../src/stores/decision-texts.ts';
import { definition } from '../record/v1/decision/fixture.ts';
import { MemoryStorage } from './memory-storage.ts';

const prefix = 'kitei:/site/:decision:take-out:';

/** @param page names what it begins; @param caseId of its place in the browser's history */
function open(storage: MemoryStorage, page = 'new', caseId?: string, device = { isShared: false }) {
  let count = 0;
  const newCase = () => {
    count += 1;
    return `${page}-${count}`;
  };
  const now = () => new Date(`2026-11-21T01:02:0${storage.values.size}Z`);
  return createDecisionStore(definition, {
    storage() {
      if (device.isShared) throw new Error('Nothing is kept.');
      return storage;
    },
    base: '/site/',
    now,
    newCase,
    caseId,
  });
}

const keys = (storage: MemoryStorage) => [...storage.values.keys()].map((key) => key.replace(prefix, '')).sort();

describe('which case the answers are about', () => {
  test('it has a name from the start, under which it is kept', () => {
    const storage = new MemoryStorage();
    const store = open(storage);
    const { case: first } = store.$given.get();
    expect(keys(storage)).toEqual([]);
    store.answer('medium', ['paper']);
    fillHeader(store, 'company', '見本商事');
    expect(store.$given.get().case).toBe(first);
    expect(keys(storage)).toEqual([first]);
  });

  test('a second case begins empty, and never touches the first', () => {
    const storage = new MemoryStorage();
    const store = open(storage);
    store.answer('medium', ['paper']);
    for (const field of ['company', 'checker', 'recipient', 'business', 'checkedOn'] as const)
      fillHeader(store, field, field);
    const before = store.$given.get();
    store.begin();
    const { case: second, answers, header } = store.$given.get();
    expect(second).not.toBe(before.case);
    expect(answers).toEqual({});
    expect(Object.values(header).join('')).toBe('');
    store.answer('medium', ['usb']);
    expect(keys(storage)).toEqual([before.case, second].sort());
    openCase(store, before.case);
    expect(store.$given.get()).toEqual(before);
  });

  test('another visit begins another case; a page loaded again goes on with its own', () => {
    const storage = new MemoryStorage();
    const monday = open(storage, 'monday');
    monday.answer('medium', ['paper']);
    const { case: first } = monday.$given.get();
    expect(open(storage, 'tuesday').$given.get()).toMatchObject({ answers: {} });
    expect(open(storage, 'tuesday').$given.get().case).not.toBe(first);
    expect(open(storage, 'tuesday', first).$given.get()).toEqual(monday.$given.get());
  });

  test('an address that is looked at overwrites nothing', () => {
    const storage = new MemoryStorage();
    const store = open(storage);
    store.answer('medium', ['paper']);
    const text = storage.values.get(prefix + store.$given.get().case);
    store.takeAnswers({ medium: ['usb'] });
    expect(store.$given.get().answers).toEqual({ medium: ['usb'] });
    expect(storage.values.get(prefix + store.$given.get().case)).toBe(text);
  });

  test('what was written is erased with its draft, and the answers are another case from then on', () => {
    const storage = new MemoryStorage();
    const store = open(storage);
    store.answer('medium', ['paper']);
    fillHeader(store, 'company', '見本商事');
    const { case: first } = store.$given.get();
    eraseTexts(store);
    expect(store.$given.get()).toMatchObject({ answers: { medium: ['paper'] }, header: { company: '' } });
    expect(keys(storage)).not.toContain(first);
  });
});

describe('a case out of a file', () => {
  const answers = { ...open(new MemoryStorage(), 'file').$given.get(), answers: { medium: ['usb'] } };

  test('goes on as what it is, in the place of what was kept of it', () => {
    const storage = new MemoryStorage();
    const store = open(storage);
    store.answer('medium', ['paper']);
    const { case: other } = store.$given.get();
    resumeCase(store, { ...answers, case: 'file-7' });
    expect(store.$given.get()).toMatchObject({ case: 'file-7', answers: { medium: ['usb'] } });
    expect(keys(storage)).toEqual(['file-7', other].sort());
  });

  test('begins another case with its answers', () => {
    const storage = new MemoryStorage();
    const store = open(storage);
    store.begin({ ...answers, case: 'file-7' } as typeof answers);
    expect(store.$given.get().case).toMatch(/^new-/);
    expect(store.$given.get().answers).toEqual({ medium: ['usb'] });
  });

  test.each(['名前', '', '__proto__', 'a'.repeat(60)])('whatever it is called: %s', (name) => {
    const storage = new MemoryStorage();
    const store = open(storage);
    resumeCase(store, { ...answers, case: name });
    expect(store.$given.get().case).toBe(name);
    expect(keys(storage)).toEqual([expect.stringMatching(/^new-/)]);
  });
});

describe('on a shared device', () => {
  test('nothing is read and nothing is kept', () => {
    const storage = new MemoryStorage();
    const before = open(storage, 'before');
    before.answer('medium', ['paper']);
    fillHeader(before, 'company', '見本商事');
    const kept = keys(storage);
    const store = open(storage, 'shared', before.$given.get().case, { isShared: true });
    store.answer('medium', ['usb']);
    store.begin();
    expect(store.$given.get().header.company).toBe('');
    openCase(store, before.$given.get().case);
    expect(store.$given.get().answers).toEqual({});
    expect(keys(storage)).toEqual(kept);
  });

  test('turned on, the open case goes and the others stay', () => {
    const storage = new MemoryStorage();
    open(storage, 'other').answer('medium', ['usb']);
    const device = { isShared: false };
    const store = open(storage, 'new', undefined, device);
    store.answer('medium', ['paper']);
    forgetCase(store);
    device.isShared = true;
    keepCase(store);
    expect(store.$given.get().answers).toEqual({ medium: ['paper'] });
    expect(keys(storage)).toEqual([expect.stringMatching(/^other-/)]);
    device.isShared = false;
    keepCase(store);
    expect(keys(storage)).toHaveLength(2);
  });

  test('only what is typed beside the answers can be lost', () => {
    const store = open(new MemoryStorage(), 'shared', undefined, { isShared: true });
    store.answer('medium', ['paper']);
    expect(isAtRisk(store).get()).toBe(false);
    fillHeader(store, 'company', '見本商事');
    expect(isAtRisk(store).get()).toBe(true);
  });
});
