import { assetNames, type FontManifest, manifestName } from './assets.ts';
import { encodeIndex, encodeVariations, type VariationIndex } from './index-format.ts';
import { coreCodePoints, orderByUse } from './order-by-use.ts';
import { encodeShard } from './shard-format.ts';
import type { TrueType } from './true-type.ts';

/**
 * Glyphs in a shard. Measured on the filled fixture (20 everyday notes): 32 fetch 274 KB in 38 files, 24 fetch 266 KB
 * in 47, 48 fetch 310 KB in 31.
 */
export const shardSize = 32;

/** Text known when the site is built. */
export interface KnownText {
  /** What PDFs are sure to hold: its characters come with the first download. */
  coreText: string;
  /** All the site's words: their characters come in the first shards. */
  siteText: string;
}

/**
 * Cuts a font into the assets that loadPdfFont() reads. Same input, same bytes and names.
 * @param font the whole font.
 * @param hashOf hexadecimal digest over all assets, for their names.
 * @returns file name → bytes.
 */
export function cutFont(
  font: TrueType,
  { coreText, siteText }: KnownText,
  hashOf: (parts: Uint8Array[]) => string,
): Map<string, Uint8Array> {
  const core = coreCodePoints(coreText).filter((code) => font.glyphs.has(code));
  const rest = orderByUse([...font.glyphs.keys()], new Set(core), siteText);
  const shards = [core, ...chunk(rest, shardSize)].map((codes) => codes.toSorted((a, b) => a - b));

  // A code point has a glyph of its own here even where the font shares one: rare, and the index stays simple.
  const glyphs = shards.flat().map((code) => font.glyphs.get(code) ?? 0);
  const variants: number[] = [];
  const variations: VariationIndex = new Map();
  for (const [selector, byBase] of font.variations) {
    const targets = new Map<number, 'base' | number>();
    for (const [base, variation] of byBase) {
      if (variation.kind === 'default') targets.set(base, 'base');
      else targets.set(base, glyphs.length + variants.push(variation.glyph) - 1);
    }
    variations.set(selector, targets);
  }
  const variantShards = chunk(variants, shardSize);
  const allGlyphs = [...glyphs, ...variants];

  let start = 0;
  const shardBytes = [...shards, ...variantShards].map(({ length }) => {
    const outlines = allGlyphs.slice(start, start + length).map(font.outlineOf);
    start += length;
    return encodeShard(outlines);
  });
  const index = encodeIndex({
    metrics: { unitsPerEm: font.unitsPerEm, ascent: font.ascent, descent: font.descent, bounds: font.bounds },
    shards,
    variantCounts: variantShards.map(({ length }) => length),
    advances: allGlyphs.map(font.advanceOf),
  });
  const variationBytes = encodeVariations(variations);

  const hash = hashOf([index, variationBytes, ...shardBytes]);
  const manifest: FontManifest = { format: 'kitei-font/1', hash };
  const files = new Map<string, Uint8Array>([
    [manifestName, new TextEncoder().encode(`${JSON.stringify(manifest)}\n`)],
    [assetNames.index(hash), index],
    [assetNames.variations(hash), variationBytes],
  ]);
  shardBytes.forEach((bytes, shard) => {
    files.set(assetNames.shard(hash, shard), bytes);
  });
  return files;
}

function chunk(values: readonly number[], size: number): number[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, part) =>
    values.slice(part * size, (part + 1) * size),
  );
}
