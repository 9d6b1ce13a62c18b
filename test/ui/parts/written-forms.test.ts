import { describe, expect, test } from 'vitest';
import { toGroups, toJapanDay, toJapanTime } from '../../../src/ui/parts/written-forms.ts';

describe('toGroups', () => {
  test('writes digits as one reads them out and as the PDF prints them', () => {
    expect(toGroups('0123456789abcdef')).toBe('0123 4567 89ab cdef');
  });
});

describe('toJapanTime', () => {
  test.each([
    ['2026-11-21T06:20:59Z', '2026年11月21日 15:20'],
    ['2026-12-31T15:00:00Z', '2027年1月1日 00:00'],
    ['2028-02-28T15:00:00Z', '2028年2月29日 00:00'],
  ])('%s is %s', (moment, expected) => {
    expect(toJapanTime(new Date(moment))).toBe(expected);
  });

  test('refuses a date that is none', () => {
    expect(() => toJapanTime(new Date('いつか'))).toThrow(RangeError);
  });
});

describe('toJapanDay', () => {
  test.each([
    ['2026-11-20T14:59:59Z', '2026年11月20日'],
    ['2026-11-20T15:00:00Z', '2026年11月21日'],
    ['9999-12-31T14:59:59Z', '9999-12-31'],
  ])('%s is %s', (moment, expected) => {
    expect(toJapanDay(new Date(moment))).toBe(expected);
  });
});
