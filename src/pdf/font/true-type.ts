import { type Outline, readComponents, readSimpleGlyph, transformOutline } from './outline.ts';

/** What a variation sequence asks for: the base glyph itself, or a glyph of its own. */
export type Variation = { kind: 'default' } | { kind: 'glyph'; glyph: number };

/** A TrueType font, read from its file (ISO/IEC 14496-22). Glyphs are numbered as in the file, lengths are font units. */
export interface TrueType {
  unitsPerEm: number;
  ascent: number;
  descent: number;
  bounds: [xMin: number, yMin: number, xMax: number, yMax: number];
  /** Glyph of each code point. */
  glyphs: ReadonlyMap<number, number>;
  /** By selector (U+FE00…, U+E0100…), then by base code point. */
  variations: ReadonlyMap<number, ReadonlyMap<number, Variation>>;
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

function readCharacterMap(view: DataView, cmap: number): Pick<TrueType, 'glyphs' | 'variations'> {
  const subtables = new Map<number, number>();
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const offset = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
    subtables.set(view.getUint16(offset), offset);
  }
  const full = subtables.get(12);
  const basic = subtables.get(4);
  const sequences = subtables.get(14);
  if (full === undefined && basic === undefined) throw new Error('The font has no cmap of format 4 or 12.');
  return {
    glyphs: full !== undefined ? readFormat12(view, full) : readFormat4(view, basic ?? 0),
    variations: sequences !== undefined ? readFormat14(view, sequences) : new Map(),
  };
}

/** Segmented coverage: groups of consecutive code points with consecutive glyphs. */
function readFormat12(view: DataView, table: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (let group = 0; group < view.getUint32(table + 12); group++) {
    const record = table + 16 + group * 12;
    const first = view.getUint32(record);
    const glyph = view.getUint32(record + 8);
    for (let code = first; code <= view.getUint32(record + 4); code++) {
      if (glyph + code - first !== 0) glyphs.set(code, glyph + code - first);
    }
  }
  return glyphs;
}

/** Segment mapping to delta values: the Basic Multilingual Plane only. */
function readFormat4(view: DataView, table: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  const segments = view.getUint16(table + 6) / 2;
  for (let segment = 0; segment < segments; segment++) {
    const end = view.getUint16(table + 14 + segment * 2);
    const start = view.getUint16(table + 16 + (segments + segment) * 2);
    const delta = view.getUint16(table + 16 + (2 * segments + segment) * 2);
    const rangeAt = table + 16 + (3 * segments + segment) * 2;
    const range = view.getUint16(rangeAt);
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const entry = range === 0 ? code : view.getUint16(rangeAt + range + (code - start) * 2);
      const glyph = range !== 0 && entry === 0 ? 0 : (entry + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
  return glyphs;
}

/** Unicode variation sequences. */
function readFormat14(view: DataView, table: number): Map<number, Map<number, Variation>> {
  const uint24 = (offset: number): number => (view.getUint16(offset) << 8) | view.getUint8(offset + 2);
  const selectors = new Map<number, Map<number, Variation>>();
  for (let index = 0; index < view.getUint32(table + 6); index++) {
    const record = table + 10 + index * 11;
    const byBase = new Map<number, Variation>();
    const defaults = view.getUint32(record + 3);
    if (defaults !== 0) {
      for (let range = 0; range < view.getUint32(table + defaults); range++) {
        const at = table + defaults + 4 + range * 4;
        const first = uint24(at);
        for (let base = first; base <= first + view.getUint8(at + 3); base++) byBase.set(base, { kind: 'default' });
      }
    }
    const others = view.getUint32(record + 7);
    if (others !== 0) {
      for (let mapping = 0; mapping < view.getUint32(table + others); mapping++) {
        const at = table + others + 4 + mapping * 5;
        byBase.set(uint24(at), { kind: 'glyph', glyph: view.getUint16(at + 3) });
      }
    }
    selectors.set(uint24(record), byBase);
  }
  return selectors;
}
