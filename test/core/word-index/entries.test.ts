import { describe, expect, test } from 'vitest';
import {
  type Headword,
  type IndexEntry,
  type IndexPlace,
  joinHeadwords,
  type PlaceRank,
  pickPlaces,
  placeRanks,
  toRows,
} from '../../../src/core/word-index/entries.ts';

function place(of: string, label: string, rank: PlaceRank = placeRanks.says): IndexPlace {
  return { url: `${of}/#${label}`, label, of, rank };
}

function headword(word: string, places: IndexPlace[], see: string[] = []): Headword {
  return { word, places, see };
}

describe('joinHeadwords', () => {
  test('a word stands once, with the place that defines it first and each place once', () => {
    const [found] = joinHeadwords([
      headword('再委託', [place('特記事項', '第3条'), place('特記事項', '第4条')]),
      headword('再委託', [place('特記事項', '第4条', placeRanks.defines)]),
    ]);
    expect(found?.places.map(({ label }) => label)).toEqual(['第4条', '第3条']);
  });

  test('nobody is sent to a word that leads nowhere, and such a word is left out', () => {
    const found = joinHeadwords([
      headword('廃棄', [place('特記事項', '第16条')]),
      headword('捨てる', [], ['廃棄', '処分', '捨てる']),
      headword('溶かす', [], ['溶解']),
      headword('溶解', []),
    ]);
    expect(found.map(({ word, see }) => [word, see])).toEqual([
      ['廃棄', []],
      ['捨てる', ['廃棄']],
    ]);
  });
});

describe('pickPlaces', () => {
  test('each document has its turn before one has a second; what defines the word goes before all', () => {
    const places = [
      place('規程', '1章', placeRanks.defines),
      ...['2章', '3章', '4章'].map((label) => place('規程', label)),
      place('特記事項', '第1条'),
    ];
    const labels = (most: number) => pickPlaces(places, most).map(({ label }) => label);
    expect(labels(3)).toEqual(['1章', '第1条', '2章']);
    expect(labels(9)).toHaveLength(5);
    expect(labels(0)).toEqual([]);
  });
});

describe('toRows', () => {
  const entry = (word: string, reading: string): IndexEntry => ({
    word,
    reading,
    places: [place('規程', '1章')],
    see: [],
    more: 0,
    isSought: false,
  });

  test('rows stand in the order of the fifty sounds with Latin letters last, each word in its row', () => {
    const rows = toRows([entry('USB', 'USB'), entry('わく', 'わく'), entry('監査', 'かんさ'), entry('鍵', 'かぎ')]);
    expect(rows.map(({ row, entries }) => [row, entries.map(({ word }) => word)])).toEqual([
      ['か', ['鍵', '監査']],
      ['わ', ['わく']],
      ['英数', ['USB']],
    ]);
  });

  test('the reading stands beside the first of the words that begin alike, and beside none in kana', () => {
    const rows = toRows([
      entry('委託', 'いたく'),
      entry('委託先', 'いたくさき'),
      entry('移行', 'いこう'),
      entry('インシデント', 'いんしでんと'),
    ]);
    const read = rows.flatMap(({ entries }) => entries.filter(({ isRead }) => isRead).map(({ word }) => word));
    expect(read).toEqual(['移行', '委託']);
  });
});
