import { describe, expect, test } from 'vitest';
import { align } from '../../../src/importer/original/align.ts';
import { placeFit, toHint } from '../../../src/importer/original/hints.ts';
import { toSentences } from '../../../src/importer/original/pieces.ts';

describe('toSentences', () => {
  test.each([
    ['承認を得る。ただし、急ぐときは、この限りでない。', ['承認を得る。', 'ただし、急ぐときは、この限りでない。']],
    ['（事後に得る。記録する。）を除く。', ['（事後に得る。記録する。）', 'を除く。']],
    ['「持ち出す。」という。', ['「持ち出す。」', 'という。']],
    ['日時', ['日時']],
    ['　', []],
  ])('%s', (text, expected) => {
    expect(toSentences(text)).toEqual(expected);
  });
});

describe('toHint', () => {
  test.each([
    ['第16条第4号ア', ['ア', '4号', '16条'], undefined],
    ['第3条の2第1項ただし書', ['1項', '3の2条'], { kind: 'proviso' }],
    ['1.(2)①ア第1文・第2文', ['ア', '1', '2', '1'], { kind: 'sentence', count: 1 }],
    ['6章 4.4 ＜禁止事項＞箇条2', ['2箇条', '禁止事項', '4.4', '6章'], undefined],
    ['別添1の1（注3）第2段落', ['3注', '別添1の1'], { kind: 'paragraph', count: 2 }],
    ['6.1 表 3行目', ['表', '6.1'], { kind: 'row' }],
  ])('%s', (label, steps, part) => {
    expect(toHint(label, false)).toEqual({ steps, part, isHeading: false });
  });

  test('a place fits best whose numbers are the same from the end', () => {
    const hint = toHint('第16条第4号ア', false);
    const fitOf = (label: string) => placeFit(hint, toHint(label, false).steps);
    expect(fitOf('第16条第4号ア')).toBe(1);
    expect(fitOf('第16条第5号ア')).toBeLessThan(fitOf('第15条第4号ア'));
    expect(fitOf('第7条')).toBeLessThan(0);
  });
});

describe('align', () => {
  test('keeps the order, passes over units without words and leaves pieces that are nobody’s', () => {
    // Piece → unit it is worth something to: 1 belongs to none, unit 1 has nothing.
    const own = [0, undefined, 2, 2];
    const worth = {
      begin: (piece: number, unit: number) => (own[piece] === unit ? 1 : -1),
      go: (piece: number, unit: number) => (own[piece] === unit ? 0.5 : -1),
    };
    expect(align(4, 3, worth)).toEqual([0, undefined, 2, 2]);
    expect(align(0, 3, worth)).toEqual([]);
    expect(align(2, 0, worth)).toEqual([undefined, undefined]);
  });
});
