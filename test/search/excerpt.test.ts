import { describe, expect, test } from 'vitest';
import { toExcerpt } from '../../src/search/excerpt.ts';
import { nearTerms, suggest } from '../../src/search/suggest.ts';

const show = (text: string, marks: [number, number][]) =>
  toExcerpt(text, marks)
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('');

describe('toExcerpt', () => {
  test('shows a short text whole', () => {
    expect(show('媒体を廃棄する。', [[3, 5]])).toBe('媒体を[廃棄]する。');
  });
  test('begins a long text at the sentence of the first mark', () => {
    const text = `${'前置き。'.repeat(40)}媒体を廃棄する。${'後書き。'.repeat(40)}`;
    const at = text.indexOf('廃棄');
    expect(show(text, [[at, at + 2]])).toMatch(/^…媒体を\[廃棄\]する。後書き。.*…$/);
  });
  test('never cuts a letter in two', () => {
    const text = '𠮷'.repeat(200);
    for (const [start, end] of [
      [101, 103],
      [0, 1],
      [251, 300],
    ] as const) {
      expect(toExcerpt(text, [[start, end]]).every((piece) => piece.text.isWellFormed())).toBe(true);
    }
  });
  test('shows the beginning where nothing is marked', () => {
    expect(show('一二三', [])).toBe('一二三');
  });
});

describe('suggest', () => {
  const words = ['暗号化', '廃棄', 'パスワード', '特権パスワード'];
  test.each([
    ['暗', []],
    ['暗号', ['暗号化']],
    ['ﾊﾟｽ', ['パスワード', '特権パスワード']],
    ['USB 廃棄', []],
    ['USB 暗号', ['USB 暗号化']],
    ['', []],
  ])('%s', (typed, expected) => {
    expect(suggest(typed, words, 5)).toEqual(expected);
  });
});

describe('nearTerms', () => {
  test('gives the words that share some of it, the most first', () => {
    expect(nearTerms('暗号化方式', ['廃棄', '暗号化', '施錠'], 2)).toEqual(['暗号化']);
  });
});
