import { describe, expect, test } from 'vitest';
import { mostFileBytes } from '../../../src/core/text/limits.ts';
import { admit, type Chosen, maxFiles } from '../../../src/ui/receive/intake.ts';

function chosen(name: string, size = 100_000, isFolder = false): Chosen<string> {
  return { name, size, isFolder, content: name };
}

describe('admit', () => {
  test('keeps the order in which files were chosen', () => {
    const { admitted, leftOut } = admit([chosen('二.pdf'), chosen('一.pdf')], 0);
    expect(admitted.map(({ name, turnedAway }) => [name, turnedAway])).toEqual([
      ['二.pdf', undefined],
      ['一.pdf', undefined],
    ]);
    expect(leftOut).toBe(0);
  });

  test.each([
    ['a file of exactly 20 MB is read', chosen('大.pdf', mostFileBytes), undefined],
    ['a file of one byte more is not', chosen('大.pdf', mostFileBytes + 1), 'too-large'],
    ['an empty file is read, so that its own reason is told', chosen('空.pdf', 0), undefined],
    ['a folder is named as one', chosen('十一月分', 4096, true), 'folder'],
  ])('%s', (_, one, expected) => {
    expect(admit([one], 0).admitted[0]?.turnedAway).toBe(expected);
  });

  test.each([
    ['into an empty list', 0, maxFiles, 5],
    ['into a list with one place left', maxFiles - 1, 1, maxFiles + 4],
    ['into a full list', maxFiles, 0, maxFiles + 5],
  ])('305 files %s', (_, held, taken, expected) => {
    const files = Array.from({ length: maxFiles + 5 }, (_file, index) => chosen(`${index}.pdf`));
    const { admitted, leftOut } = admit(files, held);
    expect([admitted.length, leftOut]).toEqual([taken, expected]);
  });
});
