import { expect, test } from 'vitest';
import { writeHandbook } from '../../../src/importer/write/write-handbook.ts';
import { lettersIn, lettersOfTree, readLetters } from '../../support/imported-letters.ts';
import { makeNastyTree, makeRandom } from '../../support/nasty-regulation.ts';

test('whatever the words of a regulation, the pages have its letters, all of them and in order', () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const tree = makeNastyTree(makeRandom(seed));
    const { files } = writeHandbook({
      id: 'rules',
      title: '題名',
      file: { name: 'rules.docx', sha256: '0'.repeat(64) },
      today: '2026-11-30',
      tree,
      fields: new Map(),
      existing: new Map(),
    });
    const pages = new Map([...files].filter(([path]) => path.endsWith('.mdx')));
    const { letters, faults } = readLetters(pages, '');
    expect(faults, `seed ${seed}`).toEqual([]);
    expect(letters, `seed ${seed}`).toBe(lettersOfTree(tree));
  }
  expect(lettersIn('a b')).toBe('ab');
});
