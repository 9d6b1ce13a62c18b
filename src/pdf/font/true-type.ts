import { type CharacterMap, readCharacterMap } from './character-map.ts';
import { type Outline, readComponents, readSimpleGlyph, transformOutline } from './outline.ts';

/** A TrueType font, read from its file (ISO/IEC 14496-22). Glyphs are numbered as in the file, lengths are font units. */
export interface TrueType extends CharacterMap {
  unitsPerEm: number;
  ascent: number;
  descent: number;
  bounds: [xMin: number, yMin: number, xMax: number, yMax: number];
  advanceOf(glyph: number): number;
  /** The outline with composites resolved; no contour for a blank. */
  outlineOf(glyph: number): Outline;
}

/**
 * Reads the tables a PDF needs.
 * @param file the bytes of a .ttf with `glyf` outlines.
 * @throws Error when a table is missing or no Unicode cmap is there.
 */
export function parseTrueType(file: Uint8Array): TrueType {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const tables = readDirectory(view);
  const offsetOf = (tag: string): number => {
    const offset = tables.get(tag);
    if (offset === undefined) throw new Error(`The font has no table "${tag}".`);
    return offset;
  };
  const head = offsetOf('head');
  const hhea = offsetOf('hhea');
  const glyf = offsetOf('glyf');
  const loca = offsetOf('loca');
  const hmtx = offsetOf('hmtx');
  const hasLongOffsets = view.getInt16(head + 50) === 1;
  const metricCount = view.getUint16(hhea + 34);

  const locate = (index: number): number =>
    glyf + (hasLongOffsets ? view.getUint32(loca + index * 4) : view.getUint16(loca + index * 2) * 2);
  const outlineOf = (glyph: number): Outline => {
    const data = file.subarray(locate(glyph), locate(glyph + 1));
    if (data.length === 0) return [];
    const components = readComponents(data);
    if (components === undefined) return readSimpleGlyph(data);
    return components.flatMap((component) => transformOutline(outlineOf(component.glyph), component));
  };

  return {
    unitsPerEm: view.getUint16(head + 18),
    ascent: view.getInt16(hhea + 4),
    descent: view.getInt16(hhea + 6),
    bounds: [view.getInt16(head + 36), view.getInt16(head + 38), view.getInt16(head + 40), view.getInt16(head + 42)],
    ...readCharacterMap(view, offsetOf('cmap')),
    advanceOf: (glyph) => view.getUint16(hmtx + Math.min(glyph, metricCount - 1) * 4),
    outlineOf,
  };
}

function readDirectory(view: DataView): Map<string, number> {
  const tables = new Map<string, number>();
  for (let index = 0; index < view.getUint16(4); index++) {
    const record = 12 + index * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(record + byte)));
    tables.set(tag, view.getUint32(record + 8));
  }
  return tables;
}
