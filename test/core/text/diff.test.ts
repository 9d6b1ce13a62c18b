import { describe, expect, test } from 'vitest';
import { compareTexts, type Stretch } from '../../../src/core/text/diff.ts';

/** The text with what was changed in brackets. */
const marked = (stretches: readonly Stretch[]) =>
  stretches.map(({ text, isChanged }) => (isChanged ? `[${text}]` : text)).join('');
const plain = (stretches: readonly Stretch[]) => stretches.map(({ text }) => text).join('');

describe('compareTexts', () => {
  test.each([
    [
      '従業員は、部門長の許可を得て持ち出す。',
      '従業員は、責任者の承認を得て持ち出す。',
      '従業員は、[部門長の許可]を得て持ち出す。',
      '従業員は、[責任者の承認]を得て持ち出す。',
    ],
    ['年1回点検する。', '年10回点検する。', '年[1]回点検する。', '年[10]回点検する。'],
    ['サーバを置く。', 'サーバーを置く。', '[サーバ]を置く。', '[サーバー]を置く。'],
    ['台帳に書く。', '台帳に書く。5年間保存する。', '台帳に書く。', '台帳に書く。[5年間保存する。]'],
    ['', '新しい条。', '', '[新しい条。]'],
    ['同じ。', '同じ。', '同じ。', '同じ。'],
    ['𠮷野が書く。', '𠮷田が書く。', '𠮷[野]が書く。', '𠮷[田]が書く。'],
    ['一行目\n二行目', '一行目\n三行目', '一行目\n[二]行目', '一行目\n[三]行目'],
  ])('%s → %s', (old, now, oldMarked, newMarked) => {
    const comparison = compareTexts(old, now);
    expect([marked(comparison.old), marked(comparison.new)]).toEqual([oldMarked, newMarked]);
  });

  test('keeps every letter, and what is common is the same on both sides', () => {
    // A fixed series, so that a failure comes again.
    let seed = 7;
    const next = (most: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % most;
    };
    const letters = [...'あいう情報管理者は、。1２Aア\n𠮷'];
    const text = () => Array.from({ length: next(60) }, () => letters[next(letters.length)]).join('');
    for (let round = 0; round < 300; round++) {
      const [old, now] = [text(), text()];
      const comparison = compareTexts(old, now);
      expect([plain(comparison.old), plain(comparison.new)]).toEqual([old, now]);
      const common = (side: Stretch[]) => plain(side.filter(({ isChanged }) => !isChanged));
      expect(common(comparison.old)).toBe(common(comparison.new));
    }
  });

  test('takes long texts that have nothing in common as replaced, in no time', () => {
    const old = Array.from({ length: 20_000 }, (_, at) => String.fromCodePoint(0x4e00 + (at % 5000))).join('');
    const now = Array.from({ length: 20_000 }, (_, at) => String.fromCodePoint(0x7000 + (at % 5000))).join('');
    const started = performance.now();
    expect(compareTexts(old, now).new).toEqual([{ text: now, isChanged: true }]);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
