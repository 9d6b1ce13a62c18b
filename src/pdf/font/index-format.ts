import { ByteReader, ByteWriter } from './bytes.ts';

/** Measures of the whole font, in font units. */
export interface FontMetrics {
  unitsPerEm: number;
  ascent: number;
  descent: number;
  bounds: [xMin: number, yMin: number, xMax: number, yMax: number];
}

/**
 * What the browser knows of the font before any outline: which characters it has, how wide they are, where they lie.
 * Glyphs are numbered from 0 through all shards, in order; the first shard is the core.
 */
export interface FontIndex {
  metrics: FontMetrics;
  /** The code points of each shard, ascending. A shard of variants has none; see `variantCounts`. */
  shards: number[][];
  /** After `shards`: the sizes of the shards that only variation sequences reach. */
  variantCounts: number[];
  /** In font units, by glyph. */
  advances: number[];
}

const formatVersion = 1;

/** Packs an index: code points as distances, advances as runs. */
export function encodeIndex(index: FontIndex): Uint8Array {
  const out = new ByteWriter();
  out.varint(formatVersion);
  const { unitsPerEm, ascent, descent, bounds } = index.metrics;
  for (const value of [unitsPerEm, ascent, descent, ...bounds]) out.signed(value);
  out.varint(index.shards.length);
  for (const codePoints of index.shards) {
    out.varint(codePoints.length);
    encodeAscending(out, codePoints);
  }
  out.varint(index.variantCounts.length);
  for (const count of index.variantCounts) out.varint(count);
  let start = 0;
  while (start < index.advances.length) {
    let end = start + 1;
    while (end < index.advances.length && index.advances[end] === index.advances[start]) end++;
    out.varint(end - start);
    out.varint(index.advances[start] ?? 0);
    start = end;
  }
  return out.toBytes();
}

/**
 * Unpacks what encodeIndex packed.
 * @throws RangeError when the bytes are cut short, Error when they are of another format.
 */
export function decodeIndex(bytes: Uint8Array): FontIndex {
  const from = new ByteReader(bytes);
  const version = from.varint();
  if (version !== formatVersion) throw new Error(`Font index of format ${version}; this code reads ${formatVersion}.`);
  const metrics: FontMetrics = {
    unitsPerEm: from.signed(),
    ascent: from.signed(),
    descent: from.signed(),
    bounds: [from.signed(), from.signed(), from.signed(), from.signed()],
  };
  const shards = Array.from({ length: from.varint() }, () => decodeAscending(from, from.varint()));
  const variantCounts = Array.from({ length: from.varint() }, () => from.varint());
  const glyphCount = [...shards.map((shard) => shard.length), ...variantCounts].reduce((sum, count) => sum + count, 0);
  const advances: number[] = [];
  while (advances.length < glyphCount) {
    const count = from.varint();
    const advance = from.varint();
    for (let glyph = 0; glyph < count; glyph++) advances.push(advance);
  }
  return { metrics, shards, variantCounts, advances };
}

/** By selector: the bases whose own glyph is meant, and those with a glyph of their own (number as in FontIndex). */
export type VariationIndex = Map<number, Map<number, 'base' | number>>;

/** Packs the variation sequences; kept apart from the index because few texts hold one. */
export function encodeVariations(variations: VariationIndex): Uint8Array {
  const out = new ByteWriter();
  out.varint(formatVersion);
  out.varint(variations.size);
  for (const [selector, byBase] of variations) {
    const entries = [...byBase].sort(([a], [b]) => a - b);
    const plain = entries.filter(([, target]) => target === 'base').map(([base]) => base);
    const own = entries.filter((entry): entry is [number, number] => entry[1] !== 'base');
    out.varint(selector);
    out.varint(plain.length);
    encodeAscending(out, plain);
    out.varint(own.length);
    encodeAscending(
      out,
      own.map(([base]) => base),
    );
    for (const [, glyph] of own) out.varint(glyph);
  }
  return out.toBytes();
}

/** Unpacks what encodeVariations packed; throws as decodeIndex does. */
export function decodeVariations(bytes: Uint8Array): VariationIndex {
  const from = new ByteReader(bytes);
  const version = from.varint();
  if (version !== formatVersion) throw new Error(`Variations of format ${version}; this code reads ${formatVersion}.`);
  const variations: VariationIndex = new Map();
  for (let count = from.varint(); count > 0; count--) {
    const selector = from.varint();
    const byBase = new Map<number, 'base' | number>();
    for (const base of decodeAscending(from, from.varint())) byBase.set(base, 'base');
    for (const base of decodeAscending(from, from.varint())) byBase.set(base, 0);
    for (const [base, target] of byBase) if (target !== 'base') byBase.set(base, from.varint());
    variations.set(selector, byBase);
  }
  return variations;
}

function encodeAscending(out: ByteWriter, values: readonly number[]): void {
  let previous = 0;
  for (const value of values) {
    out.varint(value - previous);
    previous = value;
  }
}

function decodeAscending(from: ByteReader, count: number): number[] {
  let value = 0;
  return Array.from({ length: count }, () => {
    value += from.varint();
    return value;
  });
}
