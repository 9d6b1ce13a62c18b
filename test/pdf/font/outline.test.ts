import { describe, expect, test } from 'vitest';
import { readComponents, readSimpleGlyph, transformOutline } from '../../../src/pdf/font/outline.ts';
import { decodeShard, encodeShard } from '../../../src/pdf/font/shard-format.ts';

const square = [
  [
    { x: 0, y: 0, onCurve: true },
    { x: 500, y: 0, onCurve: true },
    { x: 500, y: -300, onCurve: false },
  ],
];

describe('readComponents', () => {
  test('reads two parts, one moved by bytes, one scaled and moved by words', () => {
    const glyph = Uint8Array.from([
      ...[0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0],
      ...[0x00, 0x22, 0, 5, 0xfe, 0x03],
      ...[0x00, 0x0b, 0, 6, 0x01, 0x00, 0xff, 0x00, 0x20, 0x00],
    ]);
    expect(readComponents(glyph)).toEqual([
      { glyph: 5, matrix: [1, 0, 0, 1], dx: -2, dy: 3 },
      { glyph: 6, matrix: [0.5, 0, 0, 0.5], dx: 256, dy: -256 },
    ]);
  });

  test('a simple glyph has none', () => {
    expect(readComponents(Uint8Array.from([0, 1, 0, 0, 0, 0, 0, 0, 0, 0]))).toBeUndefined();
  });
});

describe('transformOutline', () => {
  test('scales and moves to whole units', () => {
    expect(transformOutline(square, { glyph: 1, matrix: [0.5, 0, 0, 2], dx: 10, dy: -1 })[0]?.[2]).toEqual({
      x: 260,
      y: -601,
      onCurve: false,
    });
  });
});

describe('readSimpleGlyph', () => {
  test('reads repeated flags, bytes and words, and passes over instructions', () => {
    const glyph = Uint8Array.from([
      ...[0, 1, 0, 0, 0, 0, 0, 0, 0, 0],
      ...[0, 2, 0, 1, 0xb0],
      // Three points: x by byte 5, by word -300, unchanged; y unchanged twice, then down a byte.
      ...[0x33, 0x21, 0x14],
      ...[5, 0xfe, 0xd4],
      ...[7],
    ]);
    expect(readSimpleGlyph(glyph)).toEqual([
      [
        { x: 5, y: 0, onCurve: true },
        { x: -295, y: 0, onCurve: true },
        { x: -295, y: -7, onCurve: false },
      ],
    ]);
  });
});

describe('encodeShard and decodeShard', () => {
  test('bring outlines back, blanks and far steps too', () => {
    const outlines = [square, [], [[{ x: -1000, y: 2900, onCurve: false }]]];
    expect(decodeShard(encodeShard(outlines))).toEqual(outlines);
  });

  test('bytes cut short are refused', () => {
    const bytes = encodeShard([square]);
    expect(() => decodeShard(bytes.subarray(0, bytes.length - 1))).toThrow(RangeError);
  });
});
