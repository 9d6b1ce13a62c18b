import type { JsPdfDocument } from '../document/js-pdf.ts';
import { toByteString, toHex4 } from '../document/pdf-syntax.ts';
import { type Slot, toEmbeddedParts, toUnicodeMap } from './embedded-parts.ts';
import type { PdfFont } from './pdf-font.ts';

/** The font inside one PDF: gives each pair of glyph and text a code, and embeds what was used. */
export interface EmbeddedFont {
  /** Name in the page's resources, e.g. `F14`. */
  resource: string;
  /** Text as the codes that show it, hexadecimal, for a `Tj`. @throws Error for a character without a glyph. */
  encode(text: string): string;
}

// Six letters mark a subset (ISO 32000-1, 9.6.4).
const fontName = 'KITEIF+NotoSansJP-Regular';

/**
 * Puts the font in the place of jsPDF's standard font Symbol, which needs no file, and writes it by the event
 * `putFont`. jsPDF's own way drops characters beyond U+FFFF and keeps one text a glyph.
 */
export function embedFont(doc: JsPdfDocument, font: PdfFont): EmbeddedFont {
  const slots: Slot[] = [];
  const codes = new Map<string, number>();
  const entry = doc.internals.getFont('symbol', 'normal');
  doc.on('putFont', (event) => {
    if (typeof event === 'object' && event !== null && 'font' in event && event.font === entry) {
      entry.objectNumber = putFont(doc, font, slots);
      entry.isAlreadyPutted = true;
    }
  });
  return {
    resource: entry.id,
    encode: (text) =>
      font
        .shape(text)
        .map(({ text: shown, glyph }) => {
          if (glyph === undefined) throw new Error(`The font has no glyph for "${shown}".`);
          const key = `${glyph} ${shown}`;
          const code = codes.get(key) ?? slots.push({ glyph, text: shown });
          codes.set(key, code);
          return toHex4(code);
        })
        .join(''),
  };
}

function putFont({ internals }: JsPdfDocument, font: PdfFont, slots: readonly Slot[]): number {
  const putStream = (data: string, addLength1 = false): number => {
    const objectId = internals.newObject();
    internals.putStream({ data, addLength1, objectId, filters: ['FlateEncode'] });
    internals.write('endobj');
    return objectId;
  };
  const putObject = (body: string): number => {
    const objectId = internals.newObject();
    internals.write(`${body}\nendobj`);
    return objectId;
  };
  const { unitsPerEm, ascent, descent, bounds } = font.metrics;
  const scaled = (value: number): number => Math.round((value * 1000) / unitsPerEm);

  const parts = toEmbeddedParts(font, slots);
  const file = putStream(toByteString(parts.file), true);
  const map = putStream(toByteString(parts.glyphOfCode));
  const toUnicode = putStream(toUnicodeMap(slots));
  const descriptor = putObject(
    `<< /Type /FontDescriptor /FontName /${fontName} /Flags 4 /FontBBox [${bounds.map(scaled).join(' ')}] /ItalicAngle 0 ` +
      `/Ascent ${scaled(ascent)} /Descent ${scaled(descent)} /CapHeight 733 /StemV 80 /FontFile2 ${file} 0 R >>`,
  );
  const descendant = putObject(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${fontName} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) ` +
      `/Supplement 0 >> /FontDescriptor ${descriptor} 0 R /DW 1000 /W [1 [${parts.widths.join(' ')}]] /CIDToGIDMap ${map} 0 R >>`,
  );
  return putObject(
    `<< /Type /Font /Subtype /Type0 /BaseFont /${fontName} /Encoding /Identity-H /ToUnicode ${toUnicode} 0 R ` +
      `/DescendantFonts [${descendant} 0 R] >>`,
  );
}
