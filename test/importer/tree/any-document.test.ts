import { describe, expect, test } from 'vitest';
import { readText } from '../../../src/importer/text/read-text.ts';
import { lettersOf } from '../../../src/importer/tree/letters.ts';
import { checkedFile, checkedTree } from '../support/check-tree.ts';
import { randomDocument, randomFile, randomFrom } from '../support/random-lines.ts';

describe('any document', () => {
  test('keeps every letter and gets sound anchors, 300 of nonsense lines', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const random = randomFrom(seed);
      checkedTree(randomDocument(random, 5 + Math.floor(random() * 60)), `seed ${seed}`);
    }
  });

  test('read from the bytes of a text file keeps every letter but the marks it counts, 300 of nonsense lines', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const random = randomFrom(seed + 100_000);
      checkedFile(randomFile(random, 5 + Math.floor(random() * 40)), seed % 2 ? 'text' : 'markdown', `seed ${seed}`);
    }
  });

  test('gives the same tree for the same document', () => {
    const twice = [1, 2].map(() => JSON.stringify(checkedTree(randomDocument(randomFrom(7), 200))));
    expect(twice[0]).toBe(twice[1]);
  });

  test('does not grow deeper without end, nor slower', () => {
    const lines = Array.from({ length: 4_000 }, (_, index) => `(1) 次の各号に掲げる${index}`);
    const tree = checkedTree(readText(new TextEncoder().encode(lines.join('\n')), 'text'));
    expect(lettersOf(tree).length).toBeGreaterThan(50_000);
  });
});
