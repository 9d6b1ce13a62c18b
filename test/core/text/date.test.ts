import { describe, expect, test } from 'vitest';
import { formatDate, isDate, toDateText } from '../../../src/core/text/date.ts';

describe('isDate', () => {
  test.each(['2026-11-21', '2024-02-29', '2000-02-29', '1900-01-01', '2100-12-31'])('%s is a day', (text) => {
    expect(isDate(text)).toBe(true);
  });

  test.each([
    ['2026-02-30', 'no such day'],
    ['2026-02-29', 'no leap year'],
    ['1900-02-29', 'no leap year'],
    ['2026-13-01', 'no such month'],
    ['2026-00-10', 'no such month'],
    ['2026-01-00', 'no such day'],
    ['1899-12-31', 'too early'],
    ['2101-01-01', 'too late'],
    ['2026-1-1', 'not two digits'],
    ['２０２６-11-21', 'full-width digits'],
    [' 2026-11-21', 'a space'],
    ['2026-11-21\n', 'a line end'],
    ['', 'nothing'],
  ])('%j is not: %s', (text) => {
    expect(isDate(text)).toBe(false);
  });
});

describe('toDateText', () => {
  test.each([
    ['2026/11/1', '2026-11-01'],
    ['2026.11.21', '2026-11-21'],
    ['２０２６年１１月２１日', '2026-11-21'],
    ['2026 年 11 月 21 日', '2026-11-21'],
    ['20261121', '2026-11-21'],
    ['令和8年11月21日', '2026-11-21'],
    ['令和元年5月1日', '2019-05-01'],
    ['R8.11.21', '2026-11-21'],
    ['平成30年1月8日', '2018-01-08'],
    ['昭和55年4月1日', '1980-04-01'],
    ['Ｓ５５．４．１', '1980-04-01'],
    ['h元年1月8日', '1989-01-08'],
    ['2026-2-30', '2026-02-30'],
  ])('%s becomes %s', (typed, text) => {
    expect(toDateText(typed)).toBe(text);
  });

  test.each(['来週', '11/21', '2026年', '', '慶応3年1月1日', 'X5.1.1'])('%j stays as typed', (typed) => {
    expect(toDateText(typed)).toBe(typed);
  });
});

describe('formatDate', () => {
  test('writes a day as Japanese read it, and leaves anything else alone', () => {
    expect([formatDate('2026-11-01'), formatDate('2026-02-30'), formatDate('')]).toEqual([
      '2026年11月1日',
      '2026-02-30',
      '',
    ]);
  });
});
