import type { JsPdfDocument } from '../document/js-pdf.ts';
import { toByteString, toHex4, toUtf16Hex } from '../document/pdf-syntax.ts';
import type { PdfFont } from './pdf-font.ts';
import { toTrueTypeSubset } from './subset-font.ts';

/** The font inside one PDF: gives each pair of glyph and text a code, and embeds what was used. */
export interface EmbeddedFont {
  /** Name in the page's resources, e.g. `F14`. */
  resource: string;
  /** Text as the codes that show it, hexadecimal, for a `Tj`. @throws Error for a character without a glyph. */
  encode(text: string): string;
}

/** A code of its own for each (glyph, text): 辻 and 辻 + U+E0100 are copied out as they were typed. */
interface Slot {
  glyph: number;
  text: string;
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

  const glyphs = [...new Set(slots.map(({ glyph }) => glyph))];
  const position = new Map(glyphs.map((glyph, index) => [glyph, index + 1]));
  const file = putStream(
    toByteString(
      toTrueTypeSubset(
        glyphs.map((glyph) => ({
          outline: font.outlineOf(glyph),
          advance: Math.round((font.advanceOf(glyph) * unitsPerEm) / 1000),
        })),
        font.metrics,
      ),
    ),
    true,
  );
  const glyphOfCode = new Uint8Array([
    0,
    0,
    ...slots.flatMap(({ glyph }) => {
      const index = position.get(glyph) ?? 0;
      return [index >> 8, index & 0xff];
    }),
  ]);
  const map = putStream(toByteString(glyphOfCode));
  const toUnicode = putStream(toUnicodeMap(slots));
  const descriptor = putObject(
    `<< /Type /FontDescriptor /FontName /${fontName} /Flags 4 /FontBBox [${bounds.map(scaled).join(' ')}] /ItalicAngle 0 ` +
      `/Ascent ${scaled(ascent)} /Descent ${scaled(descent)} /CapHeight 733 /StemV 80 /FontFile2 ${file} 0 R >>`,
  );
  const widths = slots.map(({ glyph }) => Math.round(font.advanceOf(glyph)));
  const descendant = putObject(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${fontName} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) ` +
      `/Supplement 0 >> /FontDescriptor ${descriptor} 0 R /DW 1000 /W [1 [${widths.join(' ')}]] /CIDToGIDMap ${map} 0 R >>`,
  );
  return putObject(
    `<< /Type /Font /Subtype /Type0 /BaseFont /${fontName} /Encoding /Identity-H /ToUnicode ${toUnicode} 0 R ` +
      `/DescendantFonts [${descendant} 0 R] >>`,
  );
}

/** A ToUnicode CMap (ISO 32000-1, 9.10.3); at most 100 lines a block. */
function toUnicodeMap(slots: readonly Slot[]): string {
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
