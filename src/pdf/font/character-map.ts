/** What a variation sequence asks for: the base glyph itself, or a glyph of its own. */
export type Variation = { kind: 'default' } | { kind: 'glyph'; glyph: number };

/** Which glyph shows which text. */
export interface CharacterMap {
  /** Glyph of each code point. */
  glyphs: ReadonlyMap<number, number>;
  /** By selector (U+FE00…, U+E0100…), then by base code point. */
  variations: ReadonlyMap<number, ReadonlyMap<number, Variation>>;
}

/**
 * Reads the table `cmap`: formats 12 or 4 for characters, 14 for variation sequences.
 * @param cmap its offset in the font file.
 * @throws Error when it holds neither 12 nor 4.
 */
export function readCharacterMap(view: DataView, cmap: number): CharacterMap {
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
