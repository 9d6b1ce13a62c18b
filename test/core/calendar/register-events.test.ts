import { describe, expect, test } from 'vitest';
import { listRegisterEvents } from '../../../src/core/calendar/register-events.ts';
import { writeCalendar } from '../../../src/core/calendar/write-calendar.ts';
import type { Entry } from '../../../src/core/register/entry.ts';
import { beginEntry } from '../../../src/core/register/merge.ts';
import type { RegisterRules } from '../../../src/core/register/rules.ts';
import { form as register } from '../register/fixture.ts';
import { removalRules, removals } from '../register/sheet-fixture.ts';

const form = { ...register, parts: [removals] };

const rules: RegisterRules = {
  tables: { entries: { ...removalRules, due: 'due' } },
  keeps: { for: { count: 1, unit: 'years' }, says: '一年、残す。', basis: [] },
  takes: [],
};
const entry = (id: string, cells: Record<string, string>, more = {}): Entry =>
  beginEntry(
    id,
    'entries',
    { cells: { content: `媒体 ${id}`, 'taken-at': '2026-11-01 09:00', ...cells }, ...more },
    { id: `${id}-1`, at: '2026-11-01T00:00:00.000Z', by: '見本花子' },
  );
const list = (...entries: Entry[]) =>
  listRegisterEvents({ form, rules, entries }, '2026-11-30', 'https://example.jp/').map(({ uid, start, summary }) => [
    uid,
    start,
    summary,
  ]);
const back = { 'returned-at': '2026-11-03 10:00' };

describe('listRegisterEvents', () => {
  test('has the day by which what is open has to be done, over or not', () => {
    expect(list(entry('a', { due: '2026-12-08' }), entry('b', { due: '2026-11-10' }))).toEqual([
      ['a.due.removals@kitei', '2026-12-08', '返却予定日: 媒体 a'],
      ['b.due.removals@kitei', '2026-11-10', '返却予定日: 媒体 b'],
    ]);
  });

  test('has the last day of keeping what it is about, where it can be read', () => {
    const tables = { entries: { ...removalRules, until: 'other' } };
    const entries = [
      entry('a', { other: '1年' }),
      entry('b', { other: '契約終了後1年' }),
      entry('c', { other: '永久' }),
    ];
    const events = listRegisterEvents(
      { form, rules: { ...rules, tables }, entries },
      '2026-11-30',
      'https://example.jp/',
    );
    expect(events.map(({ uid, start, summary }) => [uid, start, summary])).toEqual([
      ['a.until.removals@kitei', '2027-10-31', 'その他: 媒体 a'],
    ]);
  });

  test('has nothing of what is struck out, or has no day, and of what is done no due day', () => {
    const struck = entry('s', { due: '2026-12-08' }, { struck: true, reason: '誤り' });
    expect(list(struck, entry('n', {}), entry('w', { due: '来週' }))).toEqual([]);
    expect(list(entry('d', { due: '2026-12-08', ...back }))).toEqual([
      ['2027-10-31.kept.removals@kitei', '2027-10-31', expect.stringContaining('保存の期間の終わり')],
    ]);
  });

  test('the end of keeping is one event a day, from today on', () => {
    const old = entry('o', { 'taken-at': '2025-11-30 09:00', ...back });
    expect(list(entry('a', back), entry('b', back), old).map(([uid, , summary]) => [uid, summary])).toEqual([
      ['2027-10-31.kept.removals@kitei', expect.stringMatching(/2件$/)],
    ]);
  });

  test('makes events of a day that do not come again', () => {
    const events = listRegisterEvents({ form, rules, entries: [entry('a', { due: '2026-12-08' })] }, '2026-11-30', '/');
    const calendar = writeCalendar(events, { name: '管理簿', stamp: '2026-11-30' });
    expect(calendar).toContain('DTSTART;VALUE=DATE:20261208\r\n');
    expect(calendar).not.toContain('RRULE');
  });
});
