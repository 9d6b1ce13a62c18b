import { toHex4, toUtf16Hex } from '../document/pdf-syntax.ts';
import type { PdfFont } from './pdf-font.ts';
import { toTrueTypeSubset } from './subset-font.ts';

/** A code of its own for each (glyph, text): 辻 and 辻 + U+E0100 are copied out as they were typed. */
export interface Slot {
  glyph: number;
  text: string;
}

/** What of an embedded font depends on the glyphs that are used. */
export interface EmbeddedParts {
  /** The TrueType file. */
  file: Uint8Array;
  /** CIDToGIDMap: two bytes a code, from code 0, which shows nothing. */
  glyphOfCode: Uint8Array;
  /** Of each code from 1 on, in thousandths of the font size. */
  widths: number[];
}

/**
 * The parts of an embedded font that show some glyphs: code n stands for slot n - 1. A verifier makes them again and compares.
 * @throws Error when font.ensure() has not fetched an outline
 */
export function toEmbeddedParts(font: PdfFont, slots: readonly Slot[]): EmbeddedParts {
  const { unitsPerEm } = font.metrics;
  const glyphs = [...new Set(slots.map(({ glyph }) => glyph))];
  const position = new Map(glyphs.map((glyph, index) => [glyph, index + 1]));
  const file = toTrueTypeSubset(
    glyphs.map((glyph) => ({
      outline: font.outlineOf(glyph),
      advance: Math.round((font.advanceOf(glyph) * unitsPerEm) / 1000),
    })),
    font.metrics,
  );
  const glyphOfCode = new Uint8Array([
    0,
    0,
    ...slots.flatMap(({ glyph }) => {
      const index = position.get(glyph) ?? 0;
      return [index >> 8, index & 0xff];
    }),
  ]);
  return { file, glyphOfCode, widths: slots.map(({ glyph }) => Math.round(font.advanceOf(glyph))) };
}

/** A ToUnicode CMap (ISO 32000-1, 9.10.3); at most 100 lines a block. */
export function toUnicodeMap(slots: readonly Pick<Slot, 'text'>[]): string {
  const lines = [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <FFFF>',
    'endcodespacerange',
  ];
  for (let start = 0; start < slots.length; start += 100) {
    const block = slots.slice(start, start + 100);
    lines.push(`${block.length} beginbfchar`);
    block.forEach(({ text }, index) => {
      lines.push(`<${toHex4(start + index + 1)}> <${toUtf16Hex(text)}>`);
    });
    lines.push('endbfchar');
  }
  return [...lines, 'endcmap', 'CMapName currentdict /CMap defineresource pop', 'end', 'end'].join('\n');
}
