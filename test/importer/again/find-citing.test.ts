import { expect, test } from 'vitest';
import { readLibrary } from '../../../src/compiler/library.ts';
import { findCiting } from '../../../src/importer/again/find-citing.ts';
import { withContent } from '../../support/content-folder.ts';

test('lists what other content rests on words that have changed, a row of a table by its provision', () =>
  withContent({}, async (root) => {
    const library = await readLibrary(root, '/');
    const change = (anchor: string, kind: 'reworded' | 'renumbered' | 'added') => ({
      anchor,
      kind,
      old: { label: '旧', text: 'a' },
      new: { label: '第1条の二第1号', text: 'b' },
    });
    expect(findCiting(library, 'client', [change('a1-i1', 'reworded'), change('a1-i1', 'renumbered')])).toEqual([
      '第1条の二第1号（client:a1-i1）: 持ち出し確認リスト No. 1',
    ]);
    expect(findCiting(library, 'client', [change('a1-i2', 'reworded'), change('a1-i1', 'added')])).toEqual([]);
  }));
