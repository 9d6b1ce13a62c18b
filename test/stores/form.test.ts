import { beforeEach, describe, expect, test } from 'vitest';
import { toSentForm } from '../../src/record/v1/form/answer-set.ts';
import { createFormStore, type FormStore, type FormStoreOptions, listPapers } from '../../src/stores/form.ts';
import { plan, planned } from '../record/v1/form/fixture.ts';
import { MemoryStorage } from './memory-storage.ts';

const prefix = 'kitei:/site/:form:erasure-plan:';
let storage: MemoryStorage;
beforeEach(() => {
  storage = new MemoryStorage();
});

/** Opens the form on one page of a browser; its cases are `<page>-1`, `<page>-2` … */
function openPage(page = 'new', options: Partial<FormStoreOptions> = {}): FormStore {
  const counter = (name: string) => {
    let count = 0;
    return () => {
      count += 1;
      return `${name}-${count}`;
    };
  };
  return createFormStore(plan, {
    storage: () => storage,
    base: '/site/',
    now: () => new Date('2026-11-30T01:02:03Z'),
    newId: counter(page),
    newRowId: counter(`${page}-row`),
    ...options,
  });
}

describe('createFormStore', () => {
  test('begins with an empty row in each table, and keeps nothing before something is typed', () => {
    const store = openPage();
    expect(store.$answers.get()).toMatchObject({ case: 'new-1', tables: { media: [{ id: 'new-row-1', cells: {} }] } });
    expect(store.isTyped()).toBe(false);
    expect(storage.values.size).toBe(0);
  });

  test('the draft of a case has its name, and is found again', () => {
    const store = openPage();
    store.fillHeader('company', '見本協議会');
    store.fillField('count', '3');
    store.setRows('media', [{ id: 'a', cells: { kind: '紙媒体' } }]);
    expect([...storage.values.keys()]).toEqual([`${prefix}new-1`]);
    const again = openPage('again');
    expect(again.$answers.get()).toEqual(store.$answers.get());
    expect(again.$answers.get().case).toBe('new-1');
  });

  test('a second case never touches the first', () => {
    const store = openPage();
    store.fillHeader('company', '見本協議会');
    store.startDraft();
    expect(store.$answers.get()).toMatchObject({ case: 'new-2', header: { company: '' } });
    store.fillHeader('company', '別の協議会');
    expect(
      listPapers(() => storage, '/site/', plan).map(({ answers }) => [answers.case, answers.header.company]),
    ).toEqual(
      expect.arrayContaining([
        ['new-1', '見本協議会'],
        ['new-2', '別の協議会'],
      ]),
    );
  });

  test('answers that begin a new paper get its case', () => {
    const store = openPage();
    store.startDraft(planned);
    expect(store.$answers.get().case).toBe('new-2');
    expect(toSentForm(plan, store.$answers.get())).toEqual({ ...toSentForm(plan, planned), case: 'new-2' });
  });

  test('a paper that is resumed keeps its case, beside what is open, and is known from then on', () => {
    const store = openPage();
    store.fillHeader('company', '見本協議会');
    expect(store.knows(planned)).toBe(false);
    store.resume(planned);
    expect(store.$opened.get().id).toBe(planned.case);
    expect(store.$answers.get().case).toBe(planned.case);
    expect(store.knows(planned)).toBe(true);
    expect([...storage.values.keys()].sort()).toEqual([`${prefix}${planned.case}`, `${prefix}new-1`]);
    // Once more: what the device keeps of it is replaced.
    store.openDraft('new-1');
    store.resume({ ...planned, fields: { count: '9' } });
    expect(openPage('again', { draftId: planned.case }).$answers.get().fields).toEqual({ count: '9' });
  });

  test('a case that cannot name a draft stays what it is', () => {
    const store = openPage();
    const odd = { ...planned, case: 'Case-OF-Another-Site' };
    store.resume(odd);
    expect(store.$answers.get().case).toBe(odd.case);
    expect([...storage.values.keys()]).toEqual([`${prefix}new-2`]);
  });

  test('two pages apart: what this page holds becomes a paper of its own', () => {
    const first = openPage('a');
    first.fillHeader('company', '見本協議会');
    const second = openPage('b');
    second.fillHeader('company', '別の名前');
    first.look();
    expect(first.$saving.get()).toBe('changed');
    first.settle('apart');
    expect(first.$answers.get()).toMatchObject({ case: 'a-2', header: { company: '見本協議会' } });
  });

  test('the addressee of the form stands there from the start and is nothing that was typed', () => {
    const store = openPage('new', { addressee: '練馬区' });
    expect(store.$answers.get().header.recipient).toBe('練馬区');
    expect(store.isTyped()).toBe(false);
    store.erase();
    expect(store.$answers.get().header.recipient).toBe('練馬区');
  });

  test('on a shared device nothing is kept', () => {
    const store = openPage('new', { keepsNothing: true });
    store.fillHeader('company', '見本協議会');
    expect(storage.values.size).toBe(0);
    expect(store.$isAtRisk.get()).toBe(true);
  });
});
