import { describe, expect, test } from 'vitest';
import { emptyFormAnswers } from '../../src/record/v1/form/given.ts';
import { countPapers } from '../../src/stores/count-papers.ts';
import { createJobStore } from '../../src/stores/job.ts';
import { keepPaper } from '../../src/stores/keep-paper.ts';
import { findPaper } from '../../src/stores/kept-papers.ts';
import { createPaperTicks } from '../../src/stores/paper-ticks.ts';
import { MemoryStorage } from './memory-storage.ts';

const now = () => new Date('2026-11-30T01:00:00Z');
const form = { id: 'nerima-pledge', version: 1 };
const paper = emptyFormAnswers(form, 'c1');

describe('keepPaper', () => {
  test('writes a draft that the form finds, beside the others', () => {
    const storage = new MemoryStorage();
    expect(keepPaper(() => storage, '/', paper, now())).toBe('kept');
    expect(keepPaper(() => storage, '/', { ...paper, case: 'c2' }, now())).toBe('kept');
    expect(findPaper(() => storage, '/', form, 'c1')).toEqual(paper);
    expect(countPapers(() => storage, '/', form.id)).toBe(2);
    expect(countPapers(() => storage, '/', 'nerima')).toBe(0);
    expect(findPaper(() => storage, '/', form, 'c3')).toBeUndefined();
    expect(findPaper(() => storage, '/', form, '../x')).toBeUndefined();
  });

  test('says that there is no room, or that nothing can be stored', () => {
    const full = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
    const blocked = () => {
      throw new DOMException('', 'SecurityError');
    };
    expect(keepPaper(full, '/', paper, now())).toBe('full');
    expect(keepPaper(blocked, '/', paper, now())).toBe('blocked');
    expect(findPaper(blocked, '/', form, 'c1')).toBeUndefined();
    expect(countPapers(blocked, '/', form.id)).toBe(0);
  });
});

describe('createPaperTicks', () => {
  const open = (storage: MemoryStorage, keepsNothing = false) =>
    createPaperTicks({ storage: () => storage, base: '/', known: ['nerima', 'rodokyoku'], keepsNothing });

  test('keeps the day of each, apart by client', () => {
    const storage = new MemoryStorage();
    const ticks = open(storage);
    ticks.tick('nerima', 'end-disposalCertificate', '2026-11-30');
    ticks.tick('nerima', 'start-workerRoster', '2026-04-01');
    ticks.tick('rodokyoku', 'end-disposalPlan', '2026-11-30');
    ticks.tick('nerima', 'start-workerRoster', undefined);
    expect(open(storage).$ticks.get()).toEqual({
      nerima: { 'end-disposalCertificate': '2026-11-30' },
      rodokyoku: { 'end-disposalPlan': '2026-11-30' },
    });
    ticks.clear('nerima');
    expect(storage.getItem('kitei:/:papers:nerima')).toBeNull();
    expect(open(storage).$ticks.get()['rodokyoku']).toEqual({ 'end-disposalPlan': '2026-11-30' });
  });

  test('takes up what another page has ticked since', () => {
    const storage = new MemoryStorage();
    const [one, other] = [open(storage), open(storage)];
    one.tick('nerima', 'end-a', '2026-11-30');
    other.tick('nerima', 'end-b', '2026-11-30');
    expect(Object.keys(open(storage).$ticks.get()['nerima'] ?? {})).toEqual(['end-a', 'end-b']);
    one.look();
    expect(Object.keys(one.$ticks.get()['nerima'] ?? {})).toEqual(['end-a', 'end-b']);
  });

  test.each([
    'x',
    '{"format":"kitei-papers/2","ticks":{}}',
    '{"format":"kitei-papers/1","ticks":{"end-a":"いつか"}}',
    '{"format":"kitei-papers/1","ticks":{"__proto__":"2026-11-30"}}',
    '[]',
  ])('puts %s aside and begins anew', (text) => {
    const storage = new MemoryStorage();
    storage.setItem('kitei:/:papers:nerima', text);
    const ticks = open(storage);
    expect(ticks.isDamaged()).toBe(true);
    expect(ticks.$ticks.get()['nerima']).toEqual({});
    expect(storage.getItem('kitei:/:papers:nerima:damaged')).toBe(text);
  });

  test('neither reads nor writes on a shared device', () => {
    const storage = new MemoryStorage();
    open(storage).tick('nerima', 'end-a', '2026-11-30');
    const shared = open(storage, true);
    expect(shared.$ticks.get()).toEqual({});
    shared.tick('rodokyoku', 'end-b', '2026-11-30');
    expect(shared.$ticks.get()).toEqual({ rodokyoku: { 'end-b': '2026-11-30' } });
    expect(storage.getItem('kitei:/:papers:rodokyoku')).toBeNull();
  });
});

describe('createJobStore', () => {
  const ids = Array.from({ length: 20 }, (_, index) => `d${index + 1}`);
  const open = (storage: MemoryStorage, keepsNothing = false) =>
    createJobStore({
      storage: () => storage,
      base: '/',
      job: 'end',
      now,
      newId: () => ids.shift() ?? '',
      keepsNothing,
    });

  test('keeps what is typed, and another one begun never touches the first', () => {
    const storage = new MemoryStorage();
    const store = open(storage);
    store.fillFact('planned', '2026-11-30');
    store.fillClient('nerima', { business: '図書館' });
    store.setRows([{ id: 'm1', client: 'nerima', cells: { name: 'USB-1' } }]);
    store.remember('nerima-disposal-certificate', 'c1');
    store.finish('nerima-disposal-certificate', '2026-12-01');
    const first = store.$answers.get();
    store.begin();
    store.fillFact('planned', '2027-03-31');
    expect(store.listOthers().map(({ value }) => value)).toEqual([first]);
    store.open(store.listOthers()[0]?.id ?? '');
    expect(store.$answers.get()).toEqual(first);
    store.finish('nerima-disposal-certificate', undefined);
    expect(store.$answers.get().done).toEqual({});
    expect(store.listOthers().map(({ value }) => value.facts)).toEqual([{ planned: '2027-03-31' }]);
  });

  test('says when something typed ends with the page', () => {
    const store = open(new MemoryStorage(), true);
    expect(store.$isAtRisk.get()).toBe(false);
    store.fillFact('planned', '2026-11-30');
    expect(store.$isAtRisk.get()).toBe(true);
    expect(store.listOthers()).toEqual([]);
  });

  test('puts aside a draft that cannot be read', () => {
    const storage = new MemoryStorage();
    storage.setItem('kitei:/:job:end:d0', '{"format":"kitei-draft/2"}');
    const store = open(storage);
    expect(store.isDamaged()).toBe(true);
    expect(storage.getItem('kitei:/:job:end:d0:damaged')).toBe('{"format":"kitei-draft/2"}');
    store.fillFact('planned', '2026-11-30');
    expect(open(storage).$answers.get().facts).toEqual({ planned: '2026-11-30' });
  });
});
