import { describe, expect, test } from 'vitest';
import { readDay } from '../../../src/core/desk/read-day.ts';

describe('readDay', () => {
  test.each<[string, 'past' | 'coming', string]>([
    ['令和8年12月4日', 'coming', '2026-12-04'],
    ['12月4日', 'coming', '2026-12-04'],
    [' １２／４ ', 'coming', '2026-12-04'],
    ['1/15', 'coming', '2027-01-15'],
    ['1/15', 'past', '2026-01-15'],
    ['来月', 'coming', '来月'],
    ['2/30', 'coming', '2/30'],
    ['', 'coming', ''],
  ])('%s (%s)', (typed, towards, expected) => {
    expect(readDay(typed, '2026-11-24', towards)).toBe(expected);
  });
});
