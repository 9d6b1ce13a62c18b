import { describe, expect, test } from 'vitest';
import type { Spot } from '../../../src/importer/model/block.ts';
import { compareSpots, describeSpot, labelNear } from '../../../src/importer/write/spots.ts';
import { node, tree } from '../../support/regulation.ts';

const at = (spot: Spot, ...words: Parameters<typeof node>) => ({ ...node(...words), spot });
const item = at({ paragraph: 7 }, 'item', 'a1-i1', { label: '第1条第1号' });
const regulation = tree([
  at({ paragraph: 4 }, 'article', 'c1-h', { label: '第1条', children: [item] }),
  at({ paragraph: 9 }, 'article', 'c2-h', { label: '第2条' }),
]);

describe('labelNear', () => {
  test.each([
    [{}, undefined],
    [{ paragraph: 3 }, undefined],
    [{ paragraph: 4 }, '第1条'],
    [{ paragraph: 7 }, '第1条第1号'],
    [{ paragraph: 8 }, '第1条第1号'],
    [{ paragraph: 90 }, '第2条'],
  ])('%j', (spot, label) => {
    expect(labelNear(regulation, spot)).toBe(label);
  });
});

test('describeSpot names the provision first', () => {
  const words = [{}, { paragraph: 2 }, { paragraph: 8 }].map((spot) => describeSpot(spot, regulation));
  expect(words).toEqual(['文書全体', '2段落目', '第1条第1号（8段落目）']);
});

test('compareSpots follows the document, with what is about all of it first', () => {
  const spots: Spot[] = [{ page: 2, line: 1 }, { page: 1, line: 9 }, {}, { page: 1, line: 2 }];
  expect(spots.toSorted(compareSpots)).toEqual([{}, { page: 1, line: 2 }, { page: 1, line: 9 }, { page: 2, line: 1 }]);
});
