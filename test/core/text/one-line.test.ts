import { expect, test } from 'vitest';
import { toOneLine } from '../../../src/core/text/one-line.ts';

test.each([
  ['一つの文。', 20, '一つの文。'],
  // A list stands behind what announces it, its items apart.
  ['次のものを出す。\n名簿\n計画書', 40, '次のものを出す。名簿／計画書'],
  ['欄\t書くこと\n日時\t終えた日', 40, '欄：書くこと／日時：終えた日'],
  // Cut after a clause, with a sign that something is missing.
  ['返却するか、廃棄するか、消去するかを選ぶ。', 12, '返却するか、廃棄するか…'],
  ['返却し、廃棄し、または消去する。', 11, '返却し、廃棄し…'],
  ['読点のない長い文を途中で切る', 8, '読点のない長い…'],
  // A character of two code units is not cut in two.
  ['𠮷𠮷𠮷𠮷', 3, '𠮷𠮷…'],
])('%s in %i letters', (text, limit, expected) => {
  expect(toOneLine(text, limit)).toBe(expected);
});
