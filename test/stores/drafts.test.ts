import { beforeEach, describe, expect, test } from 'vitest';
import type { ChecklistStore } from '../../src/stores/checklist.ts';
import { filled } from '../record/v1/checklist/fixture.ts';
import { blockedStorage, MemoryStorage } from './memory-storage.ts';
import { openPage, prefix, storedKeys } from './support.ts';

let storage: MemoryStorage;
beforeEach(() => {
  storage = new MemoryStorage();
});

function recipients(store: ChecklistStore): (string | undefined)[] {
  return store.listDrafts().map((entry) => (entry.kind === 'readable' ? entry.value.header.recipient : undefined));
}

/** Two drafts, the one for 乙市 saved later. */
function fillTwo(): void {
  const early = () => new Date('2026-11-19T00:00:00Z');
  openPage(storage, { page: 'a', now: early }).replace({ ...filled, header: { ...filled.header, recipient: '甲区' } });
  openPage(storage, { page: 'b', draftId: 'b-1' }).fillHeader('recipient', '乙市');
}

describe('several drafts of one list', () => {
  test('two clients do not overwrite each other; the latest is opened and listed first', () => {
    fillTwo();
    const store = openPage(storage);
    expect(recipients(store)).toEqual(['乙市', '甲区']);
    expect(store.$opened.get().id).toBe('b-1');
    expect(store.$answers.get().header.recipient).toBe('乙市');
  });

  test('the address opens another one, and so does the list', () => {
    fillTwo();
    const store = openPage(storage, { draftId: 'a-1' });
    expect(store.$answers.get()).toEqual({ ...filled, header: { ...filled.header, recipient: '甲区' } });
    store.openDraft('b-1');
    expect(store.$answers.get().header.recipient).toBe('乙市');
    store.fillHeader('business', '印刷');
    expect(recipients(store)).toEqual(['乙市', '甲区']);
  });

  test('a new one begins empty, is stored with its first change, and leaves the others alone', () => {
    fillTwo();
    const store = openPage(storage);
    store.startDraft();
    expect(store.$opened.get()).toEqual({ id: 'new-1', opening: { kind: 'none' } });
    expect(store.$answers.get().header.recipient).toBe('');
    expect(store.$saving.get()).toBe('idle');
    expect(storedKeys(storage)).toEqual(['a-1', 'b-1']);
    store.fillHeader('recipient', '丙町');
    expect(recipients(store).sort()).toEqual(['丙町', '乙市', '甲区'].sort());
  });

  test('a draft that is not there is said to be missing, and its name is free', () => {
    const store = openPage(storage, { draftId: 'gone' });
    expect(store.$opened.get()).toEqual({ id: 'gone', opening: { kind: 'missing' } });
    store.fillHeader('company', '株式会社見本');
    expect(storedKeys(storage)).toEqual(['gone']);
  });

  test.each(['__proto__', 'a:damaged', '<script>', '', 'x'.repeat(41)])('"%s" names no draft', (draftId) => {
    const store = openPage(storage, { draftId });
    expect(store.$opened.get()).toEqual({ id: 'new-1', opening: { kind: 'missing' } });
  });

  test('they are erased one by one, the open one by emptying the form', () => {
    fillTwo();
    const store = openPage(storage);
    const [open, other] = store.listDrafts();
    expect(other && store.eraseDraft(other)).toBe(true);
    expect(storedKeys(storage)).toEqual(['b-1']);
    expect(store.$answers.get().header.recipient).toBe('乙市');
    expect(open && store.eraseDraft(open)).toBe(true);
    expect(storedKeys(storage)).toEqual([]);
    expect(store.$answers.get().header.recipient).toBe('');
  });

  test('they are erased all at once, with what was kept aside, and nothing else', () => {
    fillTwo();
    storage.values.set(`${prefix}c:damaged`, 'x');
    storage.values.set('kitei:/site/:checklist:contractor-security-2:d', 'x');
    const store = openPage(storage);
    expect(store.eraseDrafts()).toBe(true);
    expect(storedKeys(storage)).toEqual(['kitei:/site/:checklist:contractor-security-2:d']);
    expect(store.$answers.get().header.recipient).toBe('');
    store.fillHeader('recipient', '丁村');
    expect(store.$saving.get()).toBe('saved');
  });
});

describe('two pages on one draft', () => {
  let mine: ChecklistStore;
  let theirs: ChecklistStore;
  beforeEach(() => {
    openPage(storage, { draftId: 'shared' }).fillHeader('recipient', '甲区');
    mine = openPage(storage, { draftId: 'shared', page: 'mine' });
    theirs = openPage(storage, { draftId: 'shared', page: 'theirs' });
    theirs.fillHeader('company', 'もう一方の会社');
  });

  test('the second writing stops before it overwrites, and waits', () => {
    mine.fillHeader('company', 'この画面の会社');
    expect(mine.$saving.get()).toBe('changed');
    mine.fillHeader('checker', '見本花子');
    expect(mine.$saving.get()).toBe('changed');
    expect(mine.$isAtRisk.get()).toBe(true);
    expect(openPage(storage, { draftId: 'shared' }).$answers.get()).toEqual(theirs.$answers.get());
    expect(mine.$answers.get().header).toMatchObject({ company: 'この画面の会社', checker: '見本花子' });
  });

  test('looking finds it before anything is typed', () => {
    mine.look();
    expect(mine.$saving.get()).toBe('changed');
  });

  test('mine: what this page holds is written, and the other page is the one that stops', () => {
    mine.fillHeader('company', 'この画面の会社');
    mine.settle('mine');
    expect(mine.$saving.get()).toBe('saved');
    expect(openPage(storage, { draftId: 'shared' }).$answers.get().header.company).toBe('この画面の会社');
    theirs.look();
    expect(theirs.$saving.get()).toBe('changed');
  });

  test('theirs: what is stored by now takes the place of what this page holds', () => {
    mine.fillHeader('company', 'この画面の会社');
    theirs.fillHeader('business', 'あとから書いた業務');
    mine.settle('theirs');
    expect(mine.$answers.get()).toEqual(theirs.$answers.get());
    mine.fillHeader('checker', '見本花子');
    expect(mine.$saving.get()).toBe('saved');
  });

  test('apart: both are kept', () => {
    mine.fillHeader('company', 'この画面の会社');
    mine.settle('apart');
    expect(mine.$opened.get().id).toBe('mine-1');
    expect(mine.$saving.get()).toBe('saved');
    expect(mine.$answers.get().header.company).toBe('この画面の会社');
    expect(storedKeys(storage)).toEqual(['mine-1', 'shared']);
    theirs.look();
    expect(theirs.$saving.get()).toBe('saved');
  });

  test('emptying the form leaves what the other page has stored', () => {
    mine.fillHeader('company', 'この画面の会社');
    mine.erase();
    expect(mine.$answers.get().header.company).toBe('');
    expect(mine.$saving.get()).toBe('idle');
    expect(openPage(storage, { draftId: 'shared' }).$answers.get()).toEqual(theirs.$answers.get());
  });

  test('two new pages have a draft each', () => {
    openPage(storage, { page: 'p', draftId: 'p' }).fillHeader('recipient', '乙市');
    openPage(storage, { page: 'q', draftId: 'q' }).fillHeader('recipient', '丙町');
    expect(storedKeys(storage)).toEqual(['p', 'q', 'shared']);
  });
});

describe('a draft that is cleared in mid-session', () => {
  test('is not written again by itself: somebody may have meant it; asked to, it is', () => {
    const store = openPage(storage);
    store.fillHeader('company', '株式会社見本');
    storage.values.clear();
    store.look();
    expect(store.$saving.get()).toBe('cleared');
    store.fillHeader('checker', '見本花子');
    expect(storage.values.size).toBe(0);
    expect(store.$isAtRisk.get()).toBe(true);
    expect(store.$answers.get().header).toMatchObject({ company: '株式会社見本', checker: '見本花子' });
    store.settle('mine');
    expect(store.$saving.get()).toBe('saved');
    expect(openPage(storage).$answers.get()).toEqual(store.$answers.get());
  });
});

describe('on a shared device', () => {
  test('nothing is read and nothing is written', () => {
    fillTwo();
    const before = new Map(storage.values);
    const store = openPage(storage, { keepsNothing: true });
    expect(store.$answers.get().header.recipient).toBe('');
    expect(store.$saving.get()).toBe('off');
    expect(store.$isAtRisk.get()).toBe(false);
    store.replace(filled);
    store.look();
    store.settle('mine');
    expect(store.$isAtRisk.get()).toBe(true);
    expect(storage.values).toEqual(before);
  });

  test('turning it on leaves what is typed on the page, and what was stored for the person to erase', () => {
    const store = openPage(storage);
    store.fillHeader('company', '株式会社見本');
    store.keepNothing(true);
    store.fillHeader('checker', '見本花子');
    expect(store.$answers.get().header).toMatchObject({ company: '株式会社見本', checker: '見本花子' });
    expect(storedKeys(storage)).toEqual(['new-1']);
    expect(openPage(storage).$answers.get().header.checker).toBe('');
  });

  test('turning it off saves what is typed', () => {
    const store = openPage(storage, { keepsNothing: true });
    store.keepNothing(false);
    expect(storage.values.size).toBe(0);
    store.keepNothing(true);
    store.replace(filled);
    store.keepNothing(false);
    expect(store.$saving.get()).toBe('saved');
    expect(openPage(storage).$answers.get()).toEqual(filled);
  });

  test('works where storage is blocked as well', () => {
    const store = openPage(storage, { storage: blockedStorage, keepsNothing: true });
    expect(store.$saving.get()).toBe('off');
    store.keepNothing(false);
    expect(store.$saving.get()).toBe('blocked');
  });
});
