import { isVariationSelector, toClusters } from './clusters.ts';
import type { FontMetrics } from './index-format.ts';
import type { Outline } from './outline.ts';

/** A piece of text and the glyph that shows it. */
export interface Cluster {
  /** The characters, as typed: what a reader copies out of the PDF. */
  text: string;
  /** Number in the cut font. For a problem: the base glyph of a lacking variation, or undefined. */
  glyph: number | undefined;
  /** In thousandths of the font size. */
  advance: number;
  problem?: 'missing' | 'variation';
}

/** A cluster that the font cannot show as typed. */
export interface MissingCharacter {
  character: string;
  /** `missing` = no glyph at all; `variation` = the font has the character, not this form of it. */
  kind: 'missing' | 'variation';
}

/** The font a PDF is set in: knows all its characters, holds the outlines fetched so far. */
export interface PdfFont {
  metrics: FontMetrics;
  /** Fetches the outlines that a text needs. Characters the font lacks are passed over. Rejects when a fetch fails. */
  ensure(text: string): Promise<void>;
  /** What of a text the font cannot show, each once, in order of appearance. */
  findMissing(text: string): MissingCharacter[];
  /** The clusters of a text, in order. */
  shape(text: string): Cluster[];
  /** Width in thousandths of the font size. */
  measure(text: string): number;
  /** @throws Error when ensure() has not fetched the glyph. */
  outlineOf(glyph: number): Outline;
  /** In thousandths of the font size. */
  advanceOf(glyph: number): number;
}

/** What createPdfFont() needs of a cut font. */
export interface FontSource {
  metrics: FontMetrics;
  /** Glyph of a code point. */
  glyphs: ReadonlyMap<number, number>;
  /** In font units, by glyph. */
  advances: readonly number[];
  /** Fetches the variation sequences: glyph of a base and selector. */
  loadVariations(): Promise<(base: number, selector: number) => number | undefined>;
  /** Fetches outlines, if not done yet. */
  loadGlyphs(glyphs: Iterable<number>): Promise<void>;
  /** An outline already fetched. */
  findOutline(glyph: number): Outline | undefined;
}

/** Builds the font's face to the rest of src/pdf from what was fetched. */
export function createPdfFont(source: FontSource): PdfFont {
  const { metrics, glyphs, advances } = source;
  const known = new Map<string, Cluster>();
  let findVariation: ((base: number, selector: number) => number | undefined) | undefined;

  const advanceOf = (glyph: number): number => ((advances[glyph] ?? 0) * 1000) / metrics.unitsPerEm;
  const found = (text: string, glyph: number): Cluster => ({ text, glyph, advance: advanceOf(glyph) });
  const codeAt = (text: string, index: number): number => text.codePointAt(index) ?? 0;

  /** A cluster of several code points may be one glyph, or several (a mark the font draws by itself). */
  const toShaped = (text: string): Cluster[] => {
    const [first = '', second, ...more] = text;
    const base = codeAt(first, 0);
    const glyph = glyphs.get(base);
    if (second === undefined) {
      return [glyph !== undefined ? found(text, glyph) : { text, glyph: undefined, advance: 0, problem: 'missing' }];
    }
    const selector = codeAt(second, 0);
    if (isVariationSelector(selector)) {
      if (findVariation === undefined)
        throw new Error('Call ensure() with this text first: it holds a variation selector.');
      const variation = findVariation(base, selector);
      const pair = first + second;
      const shaped: Cluster =
        variation !== undefined
          ? found(pair, variation)
          : glyph !== undefined
            ? { ...found(pair, glyph), problem: 'variation' }
            : { text: pair, glyph: undefined, advance: 0, problem: 'missing' };
      return [shaped, ...more.flatMap(toShaped)];
    }
    const parts = [first, second, ...more];
    // か + U+3099 as macOS writes が, e + U+0302 + U+0323 of Việt: shown with the glyph of the whole, kept as typed.
    for (let end = parts.length; end > 1; end--) {
      const typed = parts.slice(0, end).join('');
      const composed = typed.normalize('NFC');
      const whole = [...composed].length === 1 ? glyphs.get(codeAt(composed, 0)) : undefined;
      if (whole !== undefined) return [found(typed, whole), ...parts.slice(end).flatMap(toShaped)];
    }
    return parts.flatMap(toShaped);
  };

  const shape = (text: string): Cluster[] =>
    toClusters(text).flatMap((cluster) => {
      const before = known.get(cluster);
      if (before !== undefined) return [before];
      const shaped = toShaped(cluster);
      const [only] = shaped;
      if (shaped.length === 1 && only !== undefined) known.set(cluster, only);
      return shaped;
    });

  return {
    metrics,
    advanceOf,
    shape,
    async ensure(text) {
      if (
        findVariation === undefined &&
        Array.from(text).some((character) => isVariationSelector(codeAt(character, 0)))
      ) {
        findVariation = await source.loadVariations();
      }
      await source.loadGlyphs(shape(text).flatMap(({ glyph }) => (glyph === undefined ? [] : [glyph])));
    },
    findMissing(text) {
      const missing = new Map<string, MissingCharacter>();
      for (const { text: character, problem } of shape(text)) {
        if (problem !== undefined) missing.set(character, { character, kind: problem });
      }
      return [...missing.values()];
    },
    measure: (text) => shape(text).reduce((sum, { advance }) => sum + advance, 0),
    outlineOf(glyph) {
      const outline = source.findOutline(glyph);
      if (outline === undefined)
        throw new Error(`Glyph ${glyph} is not loaded. Call ensure() with all text to print first.`);
      return outline;
    },
  };
}
