import { describe, expect, test } from 'vitest';
import { similarity, toPairs } from '../../../src/core/text/similarity.ts';
import { align } from '../../../src/importer/again/align.ts';
import { longestRun } from '../../../src/importer/again/longest-run.ts';
import { makeRandom } from '../../support/nasty-regulation.ts';

const place = (label: string, words: string, isHeading = false) => ({ label, words, isHeading });
const places = (...words: string[]) => words.map((text, index) => place(`第${index + 1}条`, text));

/** 「0→0 1→2」 */
function aligned(old: ReturnType<typeof places>, now: ReturnType<typeof places>): string {
  return [...align(old, now)]
    .sort(([a], [b]) => a - b)
    .map(([to, from]) => `${to}→${from}`)
    .join(' ');
}

describe('align', () => {
  test('finds the same words wherever they stand', () => {
    expect(
      aligned(places('甲は守る。', '乙は守る。', '丙は守る。'), places('丙は守る。', '甲は守る。', '乙は守る。')),
    ).toBe('0→2 1→0 2→1');
  });

  test('tells words that stand several times by their order', () => {
    const old = places('目的', 'その他', '保管する。', 'その他', '廃棄する。', 'その他');
    expect(aligned(old, places('目的', '保管する。', 'その他', '廃棄する。', 'その他'))).toBe('0→0 1→2 2→3 3→4 4→5');
  });

  test('finds reworded places between those that stayed, by label and likeness', () => {
    const old = places(
      '目的を定める。',
      '書類は施錠した棚に保管する。',
      '書類は部門長の許可を得て持ち出す。',
      '以上。',
    );
    const now = places(
      '目的を定める。',
      '端末は貸与を受ける。',
      '書類は施錠した棚か金庫に保管する。',
      '書類は所属長の許可を得て持ち出す。',
      '以上。',
    );
    expect(aligned(old, now)).toBe('0→0 2→1 3→2 4→3');
  });

  test('takes nothing for another that is not like it, and no heading for a provision', () => {
    expect(aligned([place('第1条', '保管する。')], [place('第1条', '毎年、教育を行う。')])).toBe('');
    expect(aligned([place('第1条', '保管する。', true)], [place('第1条', '保管する。')])).toBe('');
  });

  test.each([600, 5000])('holds %i places against as many in reasonable time', (count) => {
    const random = makeRandom(1);
    const word = () => String.fromCodePoint(0x4e00 + Math.floor(random() * 3000));
    const old = places(...Array.from({ length: count }, () => Array.from({ length: 60 }, word).join('')));
    // Every place reworded, so that nothing is found at once.
    const now = old.map(({ label, words }) => place(label, `${words.slice(0, 30)}改${words.slice(31)}`));
    const start = performance.now();
    expect(align(old, now).size).toBe(count);
    expect(performance.now() - start).toBeLessThan(count * 4);
  });
});

describe('similarity', () => {
  test.each([
    ['同じ言葉', '同じ言葉', 1],
    ['同じ 言葉', '同じ言葉', 1],
    ['あい', 'うえ', 0],
    ['', '', 0],
    ['紙', '紙', 1],
  ])('%s, %s', (one, other, expected) => {
    expect(similarity(toPairs(one), toPairs(other))).toBe(expected);
  });
});

test('longestRun keeps as many as rise', () => {
  expect(longestRun([3, 0, 1, 9, 4, 2, 5])).toEqual([1, 2, 5, 6]);
  expect(longestRun([])).toEqual([]);
});
