import { type Slot, toEmbeddedParts } from '../pdf/font/embedded-parts.ts';
import type { PdfFont } from '../pdf/font/pdf-font.ts';
import { equalBytes } from '../signing/bytes.ts';
import { MismatchError } from './mismatches.ts';
import type { PageFont } from './pages/page-font.ts';

/**
 * Holds that each code shows the glyph which the site's font has for what the code says, and that the embedded font is nothing but
 * these glyphs: then what is read out of the pages is what a person sees.
 * @param font the site's font, which must have been given the texts by ensure()
 * @throws MismatchError glyphs
 */
export function compareGlyphs({ texts, widths, glyphOfCode, file }: PageFont, font: PdfFont): void {
  const slots = texts.map((text): Slot => {
    const [cluster, ...others] = font.shape(text);
    if (cluster?.glyph === undefined || others.length > 0)
      throw new MismatchError('glyphs', `No glyph for "${text.slice(0, 20)}".`, `「${text.slice(0, 20)}」`);
    return { glyph: cluster.glyph, text };
  });
  const parts = toEmbeddedParts(font, slots);
  if (!equalBytes(parts.glyphOfCode, glyphOfCode)) throw new MismatchError('glyphs', 'CIDToGIDMap differs.');
  if (!widths.every((width, index) => width === parts.widths[index])) throw new MismatchError('glyphs', '/W differs.');
  if (!equalBytes(parts.file, file)) throw new MismatchError('glyphs', 'The embedded glyphs differ.');
}
