import { expect, test } from 'vitest';
import { layOutGrid, type SpanningCell } from '../../src/compiler/lay-out-grid.ts';

const cell = (content: string, columns = 1, rows = 1): SpanningCell<string> => ({ content, columns, rows });

test.each<[string, SpanningCell<string>[][], string[][]]>([
  ['nothing merged', [[cell('a'), cell('b')]], [['a', 'b']]],
  ['over columns', [[cell('a', 2), cell('b')]], [['a', '', 'b']]],
  [
    'over rows, in the middle',
    [
      [cell('a'), cell('b', 1, 2), cell('c')],
      [cell('d'), cell('e')],
    ],
    [
      ['a', 'b', 'c'],
      ['d', '', 'e'],
    ],
  ],
  [
    'over both',
    [[cell('a', 2, 2), cell('b')], [cell('c')], [cell('d'), cell('e'), cell('f')]],
    [
      ['a', '', 'b'],
      ['', '', 'c'],
      ['d', 'e', 'f'],
    ],
  ],
  ['past the last row', [[cell('a', 1, 9), cell('b')]], [['a', 'b']]],
  ['a row that is all reached over', [[cell('a', 1, 2)], []], [['a'], ['']]],
  ['no row', [], []],
])('%s', (_, rows, expected) => {
  expect(layOutGrid(rows, '')).toEqual(expected);
});
