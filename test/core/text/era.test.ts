import { describe, expect, test } from 'vitest';
import { formatEraDate, formatEraMoment } from '../../../src/core/text/era.ts';

describe('formatEraDate', () => {
  test.each([
    ['2026-11-30', '令和8年11月30日'],
    ['2019-05-01', '令和元年5月1日'],
    ['2019-04-30', '平成31年4月30日'],
    ['1989-01-08', '平成元年1月8日'],
    ['1989-01-07', '昭和64年1月7日'],
    ['1926-12-25', '昭和元年12月25日'],
    ['1926-12-24', '大正15年12月24日'],
    ['1912-07-29', '明治45年7月29日'],
    ['1900-01-01', '明治33年1月1日'],
    ['2026-02-30', '2026-02-30'],
    ['未定', '未定'],
    ['', ''],
  ])('%s → %s', (date, expected) => expect(formatEraDate(date)).toBe(expected));
});

describe('formatEraMoment', () => {
  test.each([
    ['2026-11-30 14:05', '令和8年11月30日 14時05分'],
    ['2026-11-30 24:05', '2026-11-30 24:05'],
    ['', ''],
  ])('%s → %s', (moment, expected) => expect(formatEraMoment(moment)).toBe(expected));
});
