import { describe, expect, test } from 'vitest';
import { formatChapters } from '../../../src/core/regulation/chapter-range.ts';

describe('formatChapters', () => {
  test.each([
    [['11'], '11章'],
    [['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'], '1章から10章まで'],
    [['01', '02', '06', '08', '09'], '1章から2章まで、6章、8章から9章まで'],
    [['index'], 'index'],
    [[], ''],
  ])('%j', (names, expected) => {
    expect(formatChapters(names)).toBe(expected);
  });
});
