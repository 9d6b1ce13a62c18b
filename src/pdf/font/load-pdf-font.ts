import { assetNames, type FontManifest, manifestName } from './assets.ts';
import { decodeIndex, decodeVariations } from './index-format.ts';
import type { Outline } from './outline.ts';
import { createPdfFont, type PdfFont } from './pdf-font.ts';
import { decodeShard } from './shard-format.ts';

/**
 * Loads the font that the build has cut: index and core now, the rest as texts ask for it.
 * @param fetchAsset resolves a name under `pdf-font/` to its bytes; rejects when it cannot.
 * @returns the font; rejects with Error when an asset is not what its name says.
 */
export async function loadPdfFont(fetchAsset: (name: string) => Promise<Uint8Array>): Promise<PdfFont> {
  const { hash } = parseManifest(await fetchAsset(manifestName));
  const [indexBytes, coreBytes] = await Promise.all([
    fetchAsset(assetNames.index(hash)),
    fetchAsset(assetNames.shard(hash, 0)),
  ]);
  const index = decodeIndex(indexBytes);

  const counts = [...index.shards.map(({ length }) => length), ...index.variantCounts];
  const shardOf = counts.flatMap((count, shard) => new Array<number>(count).fill(shard));
  const starts = counts.map((_, shard) => counts.slice(0, shard).reduce((sum, count) => sum + count, 0));
  const glyphs = new Map(index.shards.flat().map((code, glyph) => [code, glyph]));

  const outlines = new Map<number, Outline>();
  const keep = (shard: number, bytes: Uint8Array): void => {
    const decoded = decodeShard(bytes);
    if (decoded.length !== counts[shard]) throw new Error(`Font shard ${shard} does not match the index.`);
    decoded.forEach((outline, position) => {
      outlines.set((starts[shard] ?? 0) + position, outline);
    });
  };
  keep(0, coreBytes);

  const pending = new Map<number, Promise<void>>();
  const loadShard = (shard: number): Promise<void> => {
    const before = pending.get(shard);
    if (before !== undefined) return before;
    const loading = fetchAsset(assetNames.shard(hash, shard)).then((bytes) => keep(shard, bytes));
    pending.set(shard, loading);
    // A failed fetch may be tried again.
    loading.catch(() => pending.delete(shard));
    return loading;
  };

  return createPdfFont({
    metrics: index.metrics,
    glyphs,
    advances: index.advances,
    async loadVariations() {
      const variations = decodeVariations(await fetchAsset(assetNames.variations(hash)));
      return (base, selector) => {
        const target = variations.get(selector)?.get(base);
        return target === 'base' ? glyphs.get(base) : target;
      };
    },
    async loadGlyphs(wanted) {
      const shards = new Set<number>();
      for (const glyph of wanted) {
        const shard = shardOf[glyph];
        if (shard !== undefined && !outlines.has(glyph)) shards.add(shard);
      }
      await Promise.all([...shards].map(loadShard));
    },
    findOutline: (glyph) => outlines.get(glyph),
  });
}

function parseManifest(bytes: Uint8Array): FontManifest {
  const manifest: unknown = JSON.parse(new TextDecoder().decode(bytes));
  if (typeof manifest === 'object' && manifest !== null && 'format' in manifest && 'hash' in manifest) {
    const { format, hash } = manifest;
    if (format === 'kitei-font/1' && typeof hash === 'string' && /^[0-9a-f]+$/.test(hash)) return { format, hash };
  }
  throw new Error(`${manifestName} is not a font manifest of format kitei-font/1.`);
}
