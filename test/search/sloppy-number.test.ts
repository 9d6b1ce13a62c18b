import { expect, test } from 'vitest';
import { findClauseNumbers } from '../../src/search/clause.ts';
import { fold } from '../../src/search/fold.ts';
import { placesBeside, placesOf, spellOutNumbers } from '../../src/search/sloppy-number.ts';

const termsOf = (asked: string) =>
  findClauseNumbers(fold(spellOutNumbers(asked.normalize('NFKC'))).text).flatMap(({ terms }) => terms);

test.each([
  ['16条2号', '第16条第2号'],
  ['16条四のカ', '第16条第4号カ'],
  ['16条4号のカ', '第16条第4号カ'],
  ['16条の2号', '第16条第2号'],
  ['８章４', '8章 4.'],
  ['６－４．４', '6章 4.4'],
  ['三の1', '3章 1.'],
  ['１（２）ウ', '1.(2)ウ'],
  ['9-2 15番', '9-2 No.15'],
])('%s names what the texts call %s', (asked, printed) => {
  expect(termsOf(asked)).toEqual(termsOf(printed));
  expect(termsOf(asked).length).toBeGreaterThan(1);
});

test.each(['個人情報を3番目に', '2026-11-30', 'カメラ', '3カ月', '0120-123-456'])('%s names no item', (asked) => {
  expect(termsOf(asked).filter((term) => /^y[linag]/.test(term))).toEqual([]);
});

test('15-3 and 6-4-4 may be an article with its item, or a chapter with its heading', () => {
  const [hyphen = ''] = termsOf('15-3');
  expect(placesOf(hyphen)).toContainEqual(termsOf('第15条第3号'));
  const [three = ''] = termsOf('6-4-4');
  expect(placesOf(three)).toContainEqual(termsOf('6章 4.4'));
  expect(placesOf(termsOf('第7条')[0] ?? '')).toEqual([]);
});

test('beside 第19条の2 stand its second paragraph, its second item and the article', () => {
  const [branch = ''] = termsOf('十九条の二');
  expect(placesBeside(branch)).toEqual([termsOf('第19条第2項'), termsOf('第19条第2号'), termsOf('第19条')]);
  for (const other of ['第19条', '15-3', '第2項']) expect(placesBeside(termsOf(other)[0] ?? '')).toEqual([]);
});
