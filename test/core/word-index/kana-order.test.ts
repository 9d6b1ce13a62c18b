import { describe, expect, test } from 'vitest';
import { compareReadings, rowOf } from '../../../src/core/word-index/kana-order.ts';

function inOrder(readings: readonly string[]): string[] {
  return readings
    .map((reading) => ({ word: reading, reading }))
    .sort(compareReadings)
    .map(({ word }) => word);
}

describe('compareReadings', () => {
  test.each([
    ['plain before voiced before half voiced, where all else is alike', ['はは', 'ばば', 'ぱぱ']],
    ['letters before voices', ['かき', 'がく', 'かけ']],
    ['a shorter reading before a longer one', ['いたく', 'いたくさき', 'いたくさきのせんてい']],
    ['a small kana before a full one', ['ふぁいる', 'ふあいる']],
    ['a small っ as つ', ['かって', 'かつて', 'かつと']],
    ['a long vowel as the vowel that it lengthens', ['さーばー', 'さーびす', 'さあびす', 'さいいたく']],
    ['katakana as hiragana', ['いたく', 'イノチ', 'いはん']],
    ['digits and Latin letters before kana', ['べっし4', 'べっしUSB', 'べっしきさい']],
    ['signs for nothing', ['ていせいとう', 'ていせいのもとめ', 'ていせい・りよう']],
  ])('%s', (_, expected) => {
    expect(inOrder(expected.toReversed())).toEqual(expected);
  });

  test('words of one reading keep one order', () => {
    const same = [
      { word: '私有', reading: 'しゆう' },
      { word: '仕様', reading: 'しゆう' },
    ];
    expect(same.toSorted(compareReadings)).toEqual(same.toReversed().toSorted(compareReadings));
  });
});

describe('rowOf', () => {
  test.each([
    ['あいことば', 'あ'],
    ['ヴイ', 'あ'],
    ['おんせい', 'あ'],
    ['がめん', 'か'],
    ['ぱすわーど', 'は'],
    ['っつ', 'た'],
    ['ょ', 'や'],
    ['ろぐ', 'ら'],
    ['を', 'わ'],
    ['USBめもり', '英数'],
    ['２０もん', '英数'],
    ['龘', '英数'],
  ])('%s stands under %s', (reading, row) => {
    expect(rowOf(reading)).toBe(row);
  });
});
