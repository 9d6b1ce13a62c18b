import { describe, expect, test } from 'vitest';
import { toDateText } from '../../../src/core/text/date.ts';
import { toMomentText } from '../../../src/core/text/moment.ts';
import { readTypedDay, withYear } from '../../../src/core/text/short-day.ts';

describe('withYear()', () => {
  const today = '2026-11-30';

  test.each([
    ['11/2', '2026-11-02'],
    ['１１／２', '2026-11-02'],
    ['11月2日', '2026-11-02'],
    ['4-1', '2026-04-01'],
    ['12/1', '2026-12-01'],
    ['昨日', '2026-11-29'],
    ['おととい', '2026-11-28'],
    ['今日', '2026-11-30'],
  ])('%s is %s, of what was', (typed, expected) => {
    expect(toDateText(withYear(typed, today, 'past'))).toBe(expected);
  });

  test.each([
    ['11/2 9:05', '2026-11-02 09:05'],
    ['11月2日9時', '2026-11-02 09:00'],
    ['11/2 午後2時', '2026-11-02 14:00'],
    ['11/2午後2時', '2026-11-02 14:00'],
    ['昨日 17:30', '2026-11-29 17:30'],
    ['きのう17時30分', '2026-11-29 17:30'],
    ['9:05', '2026-11-30 09:05'],
    ['午後2時', '2026-11-30 14:00'],
  ])('%s is %s', (typed, expected) => {
    expect(toMomentText(withYear(typed, today, 'past'))).toBe(expected);
  });

  test.each([
    ['12/28', '2027-01-04', 'past', '2026-12-28'],
    ['1/10', '2026-12-20', 'past', '2027-01-10'],
    ['1/10', '2026-12-20', 'coming', '2027-01-10'],
    ['10/1', '2026-11-30', 'coming', '2027-10-01'],
    ['11/10', '2026-11-30', 'coming', '2026-11-10'],
    ['4/1', '2026-11-30', 'coming', '2027-04-01'],
    ['2/29', '2028-03-01', 'past', '2028-02-29'],
  ] as const)('%s written on %s is, of what is %s, %s', (typed, on, towards, expected) => {
    expect(withYear(typed, on, towards)).toBe(expected);
  });

  test.each(['', '11/31', '13/1', '2/29', '2026/11/2', '令和8年11月2日', '11/2/3', '来週', '0.5'])(
    '%s stays as it is typed',
    (typed) => {
      expect(withYear(typed, today, 'past')).toBe(typed);
    },
  );
});

describe('readTypedDay()', () => {
  test.each([
    ['2026/11/30', 'past', '2026-11-30', false],
    ['4/1', 'past', '2026-04-01', false],
    ['4/1', 'coming', '2027-04-01', false],
    ['４−１', 'past', '2026-04-01', false],
    ['11月30日（月）', 'past', '2026-11-30', false],
    ['R9.3', 'coming', '2027-03-31', true],
    ['2027年2月', 'coming', '2027-02-28', true],
    ['3月末', 'coming', '2027-03-31', true],
    ['11月', 'coming', '2026-11-30', true],
    ['2026-2-30', 'past', '2026-02-30', false],
    ['11/31', 'past', '11/31', false],
    ['9:05', 'past', '9:05', false],
    ['来週', 'coming', '来週', false],
    ['', 'coming', '', false],
  ] as const)('%s of what is %s is %s', (typed, towards, text, isMonthEnd) => {
    expect(readTypedDay(typed, '2026-11-30', towards)).toEqual({ text, isMonthEnd });
  });
});
