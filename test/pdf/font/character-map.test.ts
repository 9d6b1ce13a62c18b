import { describe, expect, test } from 'vitest';
import { readCharacterMap } from '../../../src/pdf/font/character-map.ts';

/** A `cmap` of one subtable at offset 12, from 16-bit words. */
function toTable(...words: number[]): DataView {
  const all = [0, 1, 0, 3, 0, 12, ...words];
  const view = new DataView(new ArrayBuffer(all.length * 2));
  all.forEach((word, index) => {
    view.setUint16(index * 2, word);
  });
  return view;
}

describe('readCharacterMap', () => {
  test('format 4: by delta, by glyph array, and the closing segment left out', () => {
    // Segments あ–い (delta), A–B (array of two glyphs, the second absent), U+FFFF.
    const view = toTable(
      ...[4, 0, 0, 6, 0, 0, 0],
      ...[0x42, 0x3044, 0xffff, 0],
      ...[0x41, 0x3042, 0xffff],
      ...[0, (10 - 0x3042) & 0xffff, 1],
      ...[6, 0, 0],
      ...[7, 0],
    );
    expect([...readCharacterMap(view, 0).glyphs]).toEqual([
      [0x41, 7],
      [0x3042, 10],
      [0x3043, 11],
      [0x3044, 12],
    ]);
  });

  test('format 12: characters beyond U+FFFF', () => {
    const view = toTable(12, 0, 0, 28, 0, 0, 0, 1, 0x2, 0x0bb7, 0x2, 0x0bb8, 0, 500);
    expect([...readCharacterMap(view, 0).glyphs]).toEqual([
      [0x20bb7, 500],
      [0x20bb8, 501],
    ]);
  });

  test('a map without characters is refused', () => {
    expect(() => readCharacterMap(toTable(6, 0, 0), 0)).toThrow('no cmap of format 4 or 12');
  });
});
