import { describe, expect, test } from 'vitest';
import { arrange, pick } from '../../../src/core/register/arrange.ts';
import { type Entry, type EntryState, headsOf, isInConflict, stateOf } from '../../../src/core/register/entry.ts';
import { beginEntry, mergeEntries, withState } from '../../../src/core/register/merge.ts';
import { readRegister, writeRegister } from '../../../src/core/register/read-register.ts';
import { keptUntil } from '../../../src/core/register/retention.ts';

const rules = { on: 'taken-at', closedBy: ['returned-at'] };
let made = 0;
const writing = (at: string, by = '見本花子') => ({ id: `s${++made}`, at: `2026-11-${at}:00.000Z`, by });
const out = (id: string, day: string, cells: Record<string, string> = {}): Entry =>
  beginEntry(
    id,
    'entries',
    { cells: { content: 'USB-1', 'taken-at': `2026-11-${day} 09:00`, ...cells } },
    writing(`${day}T09:00`),
  );

describe('a correction', () => {
  test('keeps what stood there', () => {
    const entry = out('e1', '01');
    const returned = withState(
      entry,
      { cells: { ...stateOf(entry).cells, 'returned-at': '2026-11-08 10:00' } },
      writing('08T10:00'),
    );
    expect(returned.states.map(({ cells }) => cells['returned-at'] ?? '')).toEqual(['', '2026-11-08 10:00']);
    expect(stateOf(returned).after).toEqual([entry.states[0]?.id]);
  });
});

describe('mergeEntries', () => {
  const base = out('e1', '01');
  const mine = withState(
    base,
    { cells: { ...stateOf(base).cells, 'returned-at': '2026-11-08 10:00' } },
    writing('08T10:00'),
  );
  const theirs = withState(
    base,
    { cells: { ...stateOf(base).cells, content: 'USB-2' } },
    writing('09T10:00', '見本次郎'),
  );

  test('keeps the states of both sides, whichever comes first', () => {
    const one = mergeEntries([mine], [theirs, out('e2', '02')]);
    const other = mergeEntries([theirs, out('e2', '02')], [mine]);
    expect(one.entries.find(({ id }) => id === 'e1')).toEqual(other.entries.find(({ id }) => id === 'e1'));
    expect(one).toMatchObject({ added: ['e2'], changed: ['e1'], conflicts: ['e1'] });
    expect(headsOf(one.entries[0] as Entry)).toHaveLength(2);
  });

  test('changes nothing the second time', () => {
    const once = mergeEntries([mine], [theirs]).entries;
    expect(mergeEntries(once, [theirs])).toMatchObject({ added: [], changed: [], entries: once });
  });

  test('is settled by a state that follows both', () => {
    const [both] = mergeEntries([mine], [theirs]).entries as [Entry];
    const settled = withState(both, { cells: stateOf(mine).cells }, writing('10T10:00'));
    expect([isInConflict(both), isInConflict(settled)]).toEqual([true, false]);
    expect(mergeEntries([settled], [both]).changed).toEqual([]);
  });

  test('takes what two people read from one file for one state, that of the first, whichever comes first', () => {
    const [read] = base.states;
    const again: Entry = {
      ...base,
      states: [{ ...read, at: '2026-11-20T09:00:00.000Z', by: '見本次郎' } as EntryState],
    };
    expect(mergeEntries([base], [again])).toMatchObject({ changed: [], entries: [base] });
    expect(mergeEntries([again], [base]).entries).toEqual([base]);
  });

  test('is no question where both say the same', () => {
    const again = withState(base, { cells: stateOf(mine).cells }, writing('08T10:01'));
    expect(mergeEntries([mine], [again]).conflicts).toEqual([]);
  });
});

describe('a list of entries', () => {
  const closed = out('closed', '03', { 'returned-at': '2026-11-05 09:00' });
  const entries = [closed, out('late', '04'), out('early', '02', { content: 'ｶﾒﾗ' })];
  const struck = withState(out('struck', '01'), { cells: {}, struck: true, reason: '書き間違い' }, writing('01T10:00'));

  test('has what is open on top, the oldest first', () => {
    expect(arrange([...entries, struck], rules).map(({ entry }) => entry.id)).toEqual([
      'early',
      'late',
      'closed',
      'struck',
    ]);
  });

  test('is cut by period, by words in any width and kana, and by what is open', () => {
    const ids = (wanted: object) =>
      pick(arrange(entries, rules), { from: '', until: '', words: '', openOnly: false, ...wanted }).map(
        ({ entry }) => entry.id,
      );
    expect(ids({ words: 'かめら' })).toEqual(['early']);
    expect(ids({ from: '2026-11-03', until: '2026-11-03' })).toEqual(['closed']);
    expect(ids({ openOnly: true })).toEqual(['early', 'late']);
  });
});

describe('a file', () => {
  const register = { form: 'removal', entries: [out('e1', '01')] };

  test('comes back as it was written', () => {
    expect(readRegister(writeRegister(register), 'removal')).toEqual({ ok: true, register });
  });

  test.each([
    ['not JSON', '管理簿', 'not-json'],
    ['another file', '{"format":"kitei-people/1"}', 'other-file'],
    ['a newer one', '{"format":"kitei-register/2"}', 'newer'],
    ['another register', writeRegister({ ...register, form: 'other' }), 'other-register'],
    ['a key too many', writeRegister(register).replace('"table"', '"__proto__":1,"table"'), 'entry'],
    ['a hidden character', writeRegister(register).replace('USB-1', 'USB\\u202e1'), 'entry'],
    [
      'a ring of states',
      writeRegister(register)
        .replace('"after":[]', '"after":["s0"]')
        .replace(/"id":"s\d+"/, '"id":"s0"'),
      'entry',
    ],
  ])('is refused where it is %s', (_, text, kind) => {
    expect(readRegister(text, 'removal')).toMatchObject({ ok: false, problem: { kind } });
  });
});

test.each([
  [{ count: 3, unit: 'years' }, '2026-11-30', '2029-11-29'],
  [{ count: 3, unit: 'fiscalYears' }, '2026-03-31 10:00', '2029-03-31'],
  [{ count: 3, unit: 'fiscalYears' }, '2026-04-01', '2030-03-31'],
  [{ count: 1, unit: 'years' }, '2028-02-29', '2029-02-28'],
  [undefined, '2026-11-30', undefined],
] as const)('%j from %s is kept until %s', (period, on, last) => {
  expect(keptUntil(period ? { for: period } : {}, on)).toBe(last);
});
