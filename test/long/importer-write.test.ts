import { expect, test } from 'vitest';
import { afterImport, emptyFolder, importTree } from '../support/import-regulation.ts';
import { lettersOfTree, readLetters } from '../support/imported-letters.ts';
import { makeNastyTree, makeRandom } from '../support/nasty-regulation.ts';

test('10,000 regulations of the worst words keep every letter, and change nothing when they are imported again', () => {
  for (let seed = 10_000; seed < 20_000; seed += 1) {
    const tree = makeNastyTree(makeRandom(seed));
    const result = importTree(tree);
    const pages = new Map([...result.files].filter(([path]) => path.endsWith('.mdx')));
    const { letters, faults } = readLetters(pages, '');
    expect(faults, `seed ${seed}`).toEqual([]);
    expect(letters, `seed ${seed}`).toBe(lettersOfTree(tree));
    // The second reading costs as much again.
    if (seed % 10 > 0) continue;
    const again = importTree(tree, afterImport(emptyFolder, result), { title: undefined });
    expect([...again.files.keys()], `seed ${seed}`).toEqual([]);
  }
});
