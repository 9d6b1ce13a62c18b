import type { FontMetrics } from './index-format.ts';
import type { Outline, OutlinePoint } from './outline.ts';
import { assembleTables, concat } from './table-file.ts';

/** A glyph to be embedded. */
export interface SubsetGlyph {
  outline: Outline;
  /** In font units. */
  advance: number;
}

/**
 * A TrueType file with just these glyphs, as a PDF embeds it (ISO 32000-1, 9.9: no cmap, no names).
 * @returns the bytes; glyph 0 is empty (.notdef), the given ones follow in order.
 */
export function toTrueTypeSubset(glyphs: readonly SubsetGlyph[], metrics: FontMetrics): Uint8Array {
  const all = [{ outline: [], advance: metrics.unitsPerEm }, ...glyphs];
  const records = all.map(({ outline }) => encodeGlyph(outline));
  const loca = new DataView(new ArrayBuffer((all.length + 1) * 4));
  const hmtx = new DataView(new ArrayBuffer(all.length * 4));
  let offset = 0;
  all.forEach(({ outline, advance }, index) => {
    loca.setUint32(index * 4, offset);
    offset += records[index]?.length ?? 0;
    hmtx.setUint16(index * 4, advance);
    hmtx.setInt16(index * 4 + 2, boundsOf(outline)[0]);
  });
  loca.setUint32(all.length * 4, offset);

  return assembleTables([
    ['glyf', concat(records)],
    ['head', headTable(metrics)],
    ['hhea', hheaTable(all, metrics)],
    ['hmtx', new Uint8Array(hmtx.buffer)],
    ['loca', new Uint8Array(loca.buffer)],
    ['maxp', maxpTable(all)],
  ]);
}

/** A record of the table `glyf`, padded to four bytes; empty for a blank. */
function encodeGlyph(outline: Outline): Uint8Array {
  if (outline.length === 0) return new Uint8Array(0);
  const points = outline.flat();
  const xs = axisSteps(
    points.map(({ x }) => x),
    0x02,
    0x10,
  );
  const ys = axisSteps(
    points.map(({ y }) => y),
    0x04,
    0x20,
  );
  const flags = points.map(({ onCurve }, index) => (onCurve ? 1 : 0) | (xs.flags[index] ?? 0) | (ys.flags[index] ?? 0));
  const ends: number[] = [];
  let end = -1;
  for (const contour of outline) {
    end += contour.length;
    ends.push(end >> 8, end & 0xff);
  }
  const header = new DataView(new ArrayBuffer(10));
  header.setInt16(0, outline.length);
  boundsOf(outline).forEach((value, index) => {
    header.setInt16(2 + index * 2, value);
  });
  const record = [...new Uint8Array(header.buffer), ...ends, 0, 0, ...repeat(flags), ...xs.bytes, ...ys.bytes];
  while (record.length % 4 !== 0) record.push(0);
  return Uint8Array.from(record);
}

/** One coordinate of each point as the shortest TrueType step: none, a byte, or a word. */
function axisSteps(values: number[], byteFlag: number, sameFlag: number): { flags: number[]; bytes: number[] } {
  const flags: number[] = [];
  const bytes: number[] = [];
  let previous = 0;
  for (const value of values) {
    const step = value - previous;
    previous = value;
    if (step === 0) flags.push(sameFlag);
    else if (Math.abs(step) < 256) {
      flags.push(step > 0 ? byteFlag | sameFlag : byteFlag);
      bytes.push(Math.abs(step));
    } else {
      flags.push(0);
      bytes.push((step >> 8) & 0xff, step & 0xff);
    }
  }
  return { flags, bytes };
}

const repeatFlag = 0x08;

function repeat(flags: number[]): number[] {
  const packed: number[] = [];
  let index = 0;
  while (index < flags.length) {
    const flag = flags[index] ?? 0;
    let times = 1;
    while (times < 256 && flags[index + times] === flag) times++;
    if (times > 2) packed.push(flag | repeatFlag, times - 1);
    else for (let time = 0; time < times; time++) packed.push(flag);
    index += times;
  }
  return packed;
}

function boundsOf(outline: Outline): [xMin: number, yMin: number, xMax: number, yMax: number] {
  const points = outline.flat();
  if (points.length === 0) return [0, 0, 0, 0];
  const pick = (choose: (...values: number[]) => number, axis: (point: OutlinePoint) => number): number =>
    choose(...points.map(axis));
  return [
    pick(Math.min, ({ x }) => x),
    pick(Math.min, ({ y }) => y),
    pick(Math.max, ({ x }) => x),
    pick(Math.max, ({ y }) => y),
  ];
}

function headTable({ unitsPerEm, bounds }: FontMetrics): Uint8Array {
  const view = new DataView(new ArrayBuffer(54));
  view.setUint32(0, 0x00010000);
  view.setUint32(4, 0x00010000);
  view.setUint32(12, 0x5f0f3cf5);
  // Baseline at y = 0; the left side bearing is at x = 0.
  view.setUint16(16, 0b11);
  view.setUint16(18, unitsPerEm);
  bounds.forEach((value, index) => {
    view.setInt16(36 + index * 2, value);
  });
  view.setUint16(46, 8);
  view.setInt16(48, 2);
  // Long offsets in `loca`.
  view.setInt16(50, 1);
  return new Uint8Array(view.buffer);
}

function hheaTable(glyphs: readonly SubsetGlyph[], { ascent, descent, bounds }: FontMetrics): Uint8Array {
  const view = new DataView(new ArrayBuffer(36));
  view.setUint32(0, 0x00010000);
  view.setInt16(4, ascent);
  view.setInt16(6, descent);
  view.setUint16(10, Math.max(...glyphs.map(({ advance }) => advance)));
  view.setInt16(12, bounds[0]);
  view.setInt16(16, bounds[2]);
  view.setInt16(18, 1);
  view.setUint16(34, glyphs.length);
  return new Uint8Array(view.buffer);
}

function maxpTable(glyphs: readonly SubsetGlyph[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(32));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, glyphs.length);
  view.setUint16(6, Math.max(...glyphs.map(({ outline }) => outline.flat().length)));
  view.setUint16(8, Math.max(...glyphs.map(({ outline }) => outline.length)));
  // One zone: no instruction uses the twilight zone.
  view.setUint16(14, 1);
  return new Uint8Array(view.buffer);
}
