import { describe, expect, test } from 'vitest';
import { stateOf } from '../../../src/core/register/entry.ts';
import { beginEntry } from '../../../src/core/register/merge.ts';
import { planRows } from '../../../src/core/register/plan-rows.ts';
import { holdReasons, holdReasonsAmong } from '../../../src/core/register/reasons.ts';

const rules = { reasons: { grade: 'why' } };
const decided = { asset: '名簿', grade: '2', why: '判断「情報の機密性」版 2' };

describe('holdReasons', () => {
  test.each<[string, Record<string, string>, Record<string, string>, string | undefined]>([
    ['a new grade without a reason was typed', {}, { grade: '2' }, '手で入力'],
    ['a grade that came with its reason has it', {}, decided, decided.why],
    ['another grade beside the old reason was typed', decided, { ...decided, grade: '1' }, '手で入力'],
    ['another grade whose reason was taken out was typed', decided, { grade: '1' }, '手で入力'],
    ['the same grade keeps its reason, whatever else changes', decided, { ...decided, asset: '表' }, decided.why],
    ['a grade of before that never had a reason gets none', { grade: '2' }, { grade: '2', asset: '表' }, undefined],
    [
      'a reason that somebody wrote for the same grade stays',
      decided,
      { ...decided, why: '会議で決めた' },
      '会議で決めた',
    ],
    ['without a grade there is no reason', decided, { asset: '名簿', why: decided.why }, undefined],
  ])('%s', (_, before, after, why) => {
    expect(holdReasons(rules, before, after)['why']).toBe(why);
  });

  test('without such a rule nothing changes', () => {
    expect(holdReasons({}, {}, { grade: '2' })).toEqual({ grade: '2' });
  });
});

test('of two states that are put together, a reason stays beside what it was given for alone', () => {
  const other = { asset: '名簿', grade: '1', why: '会議で決めた' };
  const settle = (cells: Record<string, string>) => holdReasonsAmong(rules, [decided, other], cells)['why'];
  expect(settle(decided)).toBe(decided.why);
  expect(settle({ ...decided, grade: '1' })).toBe('手で入力');
  expect(settle({ ...other, asset: '表' })).toBe('会議で決めた');
});

describe('rows of a table', () => {
  const options = {
    table: 'entries',
    columns: ['asset', 'grade', 'why'],
    ...rules,
    by: '',
    at: '2026-12-01T00:00:00.000Z',
    idOf: (text: string) => text,
  };
  const entry = beginEntry(
    'e1',
    'entries',
    { cells: decided },
    { id: 's1', at: '2026-11-30T00:00:00.000Z', by: '見本花子' },
  );
  const mark = { entry: 'e1', state: 's1' };

  test('a grade of the organisation was typed, once and for all', () => {
    const { entries, merged } = planRows([], [{ cells: { asset: '名簿', grade: '2' } }], options);
    expect(entries.map((one) => stateOf(one).cells)).toEqual([{ asset: '名簿', grade: '2', why: '手で入力' }]);
    expect(planRows(merged.entries, [{ cells: { asset: '名簿', grade: '2' } }], options)).toMatchObject({ same: 1 });
  });

  test('one that comes back unchanged keeps its reason; one that was changed there was typed', () => {
    expect(planRows([entry], [{ cells: decided, mark }], options)).toMatchObject({ entries: [], same: 1 });
    const { entries } = planRows([entry], [{ cells: { ...decided, grade: '0' }, mark }], options);
    expect(entries.map((one) => stateOf(one).cells)).toEqual([{ ...decided, grade: '0', why: '手で入力' }]);
  });
});
