import { describe, expect, test } from 'vitest';
import { parseAiueo, parseIroha, parseLatin, parseNumeral, parseRoman } from '../../../src/importer/tree/numerals.ts';

describe('parseNumeral', () => {
  test.each([
    ['1', 1],
    ['12', 12],
    ['１２', 12],
    ['1２', 12],
    ['007', 7],
    ['9999', 9999],
    ['一', 1],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['二十一', 21],
    ['百', 100],
    ['百三', 103],
    ['百二十三', 123],
    ['二百', 200],
    ['千', 1000],
    ['千二百三十四', 1234],
    ['二千十', 2010],
    ['一〇', 10],
    ['二〇二六', 2026],
    ['一二', 12],
    ['廿', 20],
    ['廿三', 23],
    ['卅一', 31],
    ['壱', 1],
    ['弐拾参', 23],
  ])('%s is %i', (text, value) => {
    expect(parseNumeral(text)).toBe(value);
  });

  test.each([
    '',
    '0',
    '００',
    '〇',
    '〇一',
    '条',
    '十十',
    '二三百',
    '百千',
    '1十',
    '12345',
    '-1',
    '1.5',
    ' 1',
    '①',
    'Ⅳ',
    '一万',
  ])('%j is no number', (text) => {
    expect(parseNumeral(text)).toBeUndefined();
  });

  test('reads back every number from 1 to 9999 in 漢数字', () => {
    const digits = '〇一二三四五六七八九';
    const written = (value: number) =>
      [1000, 100, 10, 1]
        .map((unit) => {
          const digit = Math.floor(value / unit) % 10;
          const name = { 1000: '千', 100: '百', 10: '十', 1: '' }[unit] ?? '';
          return digit === 0 ? '' : (digit === 1 && unit > 1 ? '' : digits[digit]) + name;
        })
        .join('');
    for (let value = 1; value <= 9999; value += 1) expect(parseNumeral(written(value))).toBe(value);
  });
});

describe('other numbers', () => {
  test.each([
    ['i', 1],
    ['iv', 4],
    ['IX', 9],
    ['ⅳ', 4],
    ['Ⅻ', 12],
    ['xxxix', 39],
    ['iix', undefined],
    ['vv', undefined],
    ['', undefined],
    ['abc', undefined],
  ])('%s in Roman letters is %s', (text, value) => {
    expect(parseRoman(text)).toBe(value);
  });

  test('ア and イ, in both orders, and letters', () => {
    expect(['ア', 'イ', 'ｳ', 'ン', 'あ', 'アイ', ''].map(parseAiueo)).toEqual([
      1,
      2,
      3,
      46,
      undefined,
      undefined,
      undefined,
    ]);
    expect(['イ', 'ロ', 'ハ', 'ス', 'ン'].map(parseIroha)).toEqual([1, 2, 3, 47, undefined]);
    expect(['a', 'Ｂ', 'z', 'aa', '1'].map(parseLatin)).toEqual([1, 2, 26, undefined, undefined]);
  });
});
