import { describe, expect, test } from 'vitest';
import { toJapanClock } from '../../../src/core/text/japan-time.ts';

describe('toJapanClock', () => {
  test.each([
    ['2026-11-21T06:20:59Z', { date: '2026-11-21', time: '15:20' }],
    ['2026-12-31T15:00:00Z', { date: '2027-01-01', time: '00:00' }],
    ['2028-02-28T14:59:59Z', { date: '2028-02-28', time: '23:59' }],
  ])('%s', (moment, clock) => {
    expect(toJapanClock(new Date(moment))).toEqual(clock);
  });

  test('refuses a date that is none', () => {
    expect(() => toJapanClock(new Date('いつか'))).toThrow(RangeError);
  });
});
