import { describe, expect, test } from 'vitest';
import { arrange, findOutlived, findOverdue, isPast, readUntil, show } from '../../../src/core/register/arrange.ts';
import type { Entry } from '../../../src/core/register/entry.ts';
import { beginEntry, withState } from '../../../src/core/register/merge.ts';
import { choosePaperRows, findTooMany, toPaperAnswers } from '../../../src/core/register/paper.ts';
import type { RegisterRules, TableRules } from '../../../src/core/register/rules.ts';
import { emptyHeader } from '../../../src/record/v1/header/header.ts';
import { form, removalRules } from './fixture.ts';

const rules: TableRules = { on: 'taken-at', closedBy: ['returned-at'], due: 'planned' };
const writing = (id: string) => ({ id, at: '2026-11-01T00:00:00.000Z', by: '見本花子' });
const entry = (id: string, cells: Record<string, string>): Entry =>
  beginEntry(id, 'entries', { cells }, writing(`${id}-1`));

describe('findOverdue', () => {
  const late = { 'taken-at': '2026-11-01 09:00', planned: '2026-11-10' };

  test('tells the day of an open entry, from the next day on', () => {
    const shown = show(entry('e1', late), rules);
    expect(findOverdue(shown, rules, '2026-11-10')).toBeUndefined();
    expect(findOverdue(shown, rules, '2026-11-11')).toBe('2026-11-10');
  });

  test('of what is closed, struck out or has no such day there is none', () => {
    const closed = entry('e1', { ...late, 'returned-at': '2026-11-20' });
    const struck = withState(entry('e1', late), { cells: late, struck: true, reason: '誤り' }, writing('s2'));
    for (const one of [closed, struck, entry('e2', { 'taken-at': '2026-11-01' }), entry('e3', { planned: '春' })])
      expect(findOverdue(show(one, rules), rules, '2026-12-01')).toBeUndefined();
  });

  test('where nothing is ever open, the day counts all the same', () => {
    const yearly = { ...rules, closedBy: [] };
    expect(findOverdue(show(entry('e1', late), yearly), yearly, '2026-12-01')).toBe('2026-11-10');
  });
});

describe('until when something is kept', () => {
  const kept = { ...rules, until: 'kept-until' };
  const asset = (until: string, more = {}) => entry('e1', { 'taken-at': '2021-04-01', 'kept-until': until, ...more });

  test('a span counts from the day with which the entry began, though that was changed since', () => {
    const later = withState(asset('5年'), { cells: { 'taken-at': '2026-10-01', 'kept-until': '5年' } }, writing('s2'));
    for (const one of [asset('5年'), later]) {
      expect(findOutlived(show(one, kept), kept, '2026-03-31')).toBeUndefined();
      expect(findOutlived(show(one, kept), kept, '2026-04-01')).toBe('2026-03-31');
    }
  });

  test('is over for what is in use alone, and only where the list says which column it is', () => {
    const disposed = show(asset('2025年3月', { 'returned-at': '2025-04-01' }), kept);
    expect(findOutlived(disposed, kept, '2026-11-30')).toBeUndefined();
    expect(findOutlived(show(asset('2025年3月'), rules), rules, '2026-11-30')).toBeUndefined();
    expect(findOutlived(show(asset('2025年3月'), kept), kept, '2026-11-30')).toBe('2025-03-31');
  });

  test('what cannot be read is told, and comes among the rest', () => {
    expect(readUntil(show(asset('契約終了後1年'), kept), kept)).toEqual({ kind: 'unreadable' });
    const entries = [
      entry('new', { 'taken-at': '2026-11-01' }),
      entry('unread', { 'taken-at': '2026-09-01', 'kept-until': '契約終了後1年' }),
      entry('over', { 'taken-at': '2026-10-01', 'kept-until': '2026年10月' }),
      entry('late', { 'taken-at': '2026-10-02', planned: '2026-11-10', 'kept-until': '永久' }),
    ];
    expect(arrange(entries, kept, '2026-11-30').map((one) => one.entry.id)).toEqual(['over', 'late', 'unread', 'new']);
  });
});

describe('isPast', () => {
  const keeps = { for: { count: 3, unit: 'fiscalYears' } } as const;
  const old = { 'taken-at': '2022-05-01 09:00', 'returned-at': '2022-05-02' };

  test('from the day after the last one; what is open is never past', () => {
    expect(isPast(show(entry('e1', old), rules), keeps, '2026-03-31')).toBe(false);
    expect(isPast(show(entry('e1', old), rules), keeps, '2026-04-01')).toBe(true);
    expect(isPast(show(entry('e2', { 'taken-at': '2022-05-01' }), rules), keeps, '2027-04-01')).toBe(false);
  });

  test('without a period nothing is', () => {
    expect(isPast(show(entry('e1', old), rules), {}, '2099-01-01')).toBe(false);
  });
});

describe('a paper of a period', () => {
  const register: RegisterRules = {
    tables: { entries: removalRules, disposals: removalRules },
    keeps: { says: '', basis: [] },
    takes: [],
  };
  const use = (id: string, at: string): Entry => entry(id, { 'taken-at': at, content: id });

  test('has its entries by their day, and none that is struck out', () => {
    const struck = withState(use('c', '2026-11-03 09:00'), { cells: {}, struck: true, reason: '誤り' }, writing('c-2'));
    const entries = [use('b', '2026-11-30 23:59'), struck, use('a', '2026-11-01 00:00'), use('d', '2026-12-01 00:00')];
    const rows = choosePaperRows(entries, register, { from: '2026-11-01', until: '2026-11-30' });
    const period = { from: '2026-11-01', until: '2026-11-30' };
    const answers = toPaperAnswers(form, emptyHeader(), rows, 'case-1', period);
    expect(answers.period).toEqual(period);
    expect(answers.tables).toEqual({
      entries: [
        { id: 'a', cells: { 'taken-at': '2026-11-01 00:00', content: 'a' } },
        { id: 'b', cells: { 'taken-at': '2026-11-30 23:59', content: 'b' } },
      ],
      disposals: [],
    });
    expect(answers).toMatchObject({ form: form.id, version: form.version, case: 'case-1' });
  });

  test('that does not fit says until which day it would', () => {
    const entries = Array.from({ length: 2003 }, (_, index) =>
      use(`e${index}`, `2026-${index < 1500 ? '04-01' : index < 1999 ? '04-02' : '04-03'} 09:00`),
    );
    const rowsOf = (some: Entry[]) => choosePaperRows(some, register, { from: '', until: '' });
    expect(findTooMany(rowsOf(entries.slice(0, 2000)))).toBeUndefined();
    expect(findTooMany(rowsOf(entries))).toEqual({ count: 2003, fitsUntil: '2026-04-02', fits: 1999 });
    const oneDay = Array.from({ length: 2001 }, (_, index) => use(`e${index}`, '2026-04-01 09:00'));
    expect(findTooMany(rowsOf(oneDay))).toEqual({ count: 2001, fitsUntil: '', fits: 0 });
  });
});

describe('arrange', () => {
  test('what is over its day comes before what is open, the longest over on top', () => {
    const of = (id: string, day: string, planned: string, more = {}) =>
      entry(id, { 'taken-at': day, ...(planned !== '' && { planned }), ...more });
    const entries = [
      of('closed', '2026-11-01', '2026-11-02', { 'returned-at': '2026-11-03' }),
      of('open', '2026-10-01', ''),
      of('soon', '2026-09-01', '2026-11-30'),
      of('late', '2026-11-05', '2026-11-28'),
      of('latest', '2026-11-06', '2026-11-20'),
    ];
    const ids = (today?: string) => arrange(entries, rules, today).map((one) => one.entry.id);
    expect(ids('2026-11-30')).toEqual(['latest', 'late', 'soon', 'open', 'closed']);
    expect(ids()).toEqual(['soon', 'open', 'late', 'latest', 'closed']);
  });

  test('puts 5,000 entries in order', () => {
    const many = Array.from({ length: 5000 }, (_, index) =>
      entry(`e${index}`, {
        'taken-at': `2026-${String((index % 12) + 1).padStart(2, '0')}-01 09:00`,
        'returned-at': 'x',
      }),
    );
    const days = arrange(many, rules).map(({ on }) => on);
    expect(days).toEqual([...days].sort().reverse());
  });
});
