import { toUnicodeMap } from '../../pdf/font/embedded-parts.ts';
import { toLatin1 } from '../../signing/bytes.ts';
import { decodeStream } from '../../signing/pdf/decode-stream.ts';
import type { PdfFile } from '../../signing/pdf/pdf-file.ts';
import { findEntry, hasName, type PdfDictionary, type PdfValue } from '../../signing/pdf/pdf-value.ts';
import { MismatchError } from '../mismatches.ts';
import { expectKeys, toDictionary } from './strict-dictionary.ts';

/** The one font of a file as it is embedded. Code n stands for entry n - 1 of the lists. */
export interface PageFont {
  /** What each code says when copied (ToUnicode). That its glyph shows the same is another question. */
  texts: string[];
  /** In thousandths of the font size. */
  widths: number[];
  /** CIDToGIDMap */
  glyphOfCode: Uint8Array;
  /** FontFile2 */
  file: Uint8Array;
}

const widest = 3000;

/**
 * Reads a font as src/pdf embeds it: Type 0 over TrueType outlines, Identity-H, two bytes a code (ISO 32000-1, 9.7).
 * @throws MismatchError page-structure; PdfSyntaxError when a stream cannot be read
 */
export async function readPageFont(file: PdfFile, reference: PdfValue): Promise<PageFont> {
  const font = toDictionary(file.resolve(reference));
  expectKeys(font, ['Type', 'Subtype', 'BaseFont', 'Encoding', 'ToUnicode', 'DescendantFonts']);
  expectNames(font, { Type: 'Font', Subtype: 'Type0', Encoding: 'Identity-H' });
  const [descendantReference, ...others] = findEntry(font, 'DescendantFonts', 'array')?.items ?? [];
  if (descendantReference === undefined || others.length > 0) throw fault('One descendant font expected.');
  const descendant = toDictionary(file.resolve(descendantReference));
  expectKeys(descendant, [
    ...['Type', 'Subtype', 'BaseFont', 'CIDSystemInfo', 'FontDescriptor', 'DW', 'W', 'CIDToGIDMap'],
  ]);
  expectNames(descendant, { Type: 'Font', Subtype: 'CIDFontType2' });
  const descriptor = toDictionary(file.resolve(entry(descendant, 'FontDescriptor')));
  expectKeys(descriptor, [
    ...['Type', 'FontName', 'Flags', 'FontBBox', 'ItalicAngle', 'Ascent', 'Descent', 'CapHeight', 'StemV', 'FontFile2'],
  ]);
  const texts = parseToUnicode(toLatin1(await readStream(file, font, 'ToUnicode')));
  return {
    texts,
    widths: readWidths(descendant, texts),
    glyphOfCode: await readStream(file, descendant, 'CIDToGIDMap'),
    file: await readStream(file, descriptor, 'FontFile2'),
  };
}

/** The texts of a ToUnicode CMap, which must be the one that src/pdf writes for them: it says nothing twice. */
function parseToUnicode(map: string): string[] {
  // The range of the codes is written like one of them.
  const entries = map.slice(map.indexOf('endcodespacerange'));
  const texts = [...entries.matchAll(/^<[0-9A-F]{4}> <((?:[0-9A-F]{4})+)>$/gm)].map(([, digits = '']) =>
    String.fromCharCode(...(digits.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16))),
  );
  if (toUnicodeMap(texts.map((text) => ({ text }))) !== map) throw fault('ToUnicode is not written as ours is.');
  return texts;
}

function readWidths(descendant: PdfDictionary, texts: readonly string[]): number[] {
  const [first, list, ...others] = findEntry(descendant, 'W', 'array')?.items ?? [];
  if (first?.kind !== 'number' || first.value !== 1 || list?.kind !== 'array' || others.length > 0)
    throw fault('/W is not written as ours is.');
  const widths = list.items.map((item) => (item.kind === 'number' ? item.value : Number.NaN));
  // Letters of no width would lie on one another; marks lie on their letter.
  const isSound = (width: number, index: number): boolean =>
    width <= widest && (width > 0 || (width === 0 && /^\p{M}+$/u.test(texts[index] ?? '')));
  if (widths.length !== texts.length || !widths.every(isSound)) throw fault('A width that no glyph has.');
  return widths;
}

async function readStream(file: PdfFile, dictionary: PdfDictionary, key: string): Promise<Uint8Array> {
  const reference = findEntry(dictionary, key, 'reference');
  if (!reference) throw fault(`/${key} leads to no stream.`);
  return decodeStream(file.object(reference));
}

function entry(dictionary: PdfDictionary, key: string): PdfValue {
  const value = dictionary.entries.get(key);
  if (!value) throw fault(`/${key} is missing.`);
  return value;
}

function expectNames(dictionary: PdfDictionary, names: Readonly<Record<string, string>>): void {
  for (const [key, name] of Object.entries(names))
    if (!hasName(dictionary, key, name)) throw fault(`/${key} is not /${name}.`);
}

function fault(detail: string): MismatchError {
  return new MismatchError('page-structure', `The font: ${detail}`);
}
