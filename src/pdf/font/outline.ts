/** A point of a TrueType contour, in font units. */
export interface OutlinePoint {
  x: number;
  y: number;
  onCurve: boolean;
}

/** Closed contours. */
export type Outline = OutlinePoint[][];

/** A part of a composite glyph: another glyph, scaled and moved. */
export interface Component {
  glyph: number;
  matrix: [xx: number, yx: number, xy: number, yy: number];
  dx: number;
  dy: number;
}

const argumentsAreWords = 0x0001;
const argumentsAreOffsets = 0x0002;
const hasScale = 0x0008;
const moreComponents = 0x0020;
const hasTwoScales = 0x0040;
const hasMatrix = 0x0080;

/**
 * The parts of a composite glyph (table `glyf`), or undefined for a simple one.
 * @throws Error for parts placed by matching points, which no font here uses.
 */
export function readComponents(glyph: Uint8Array): Component[] | undefined {
  const view = new DataView(glyph.buffer, glyph.byteOffset, glyph.byteLength);
  if (view.getInt16(0) >= 0) return undefined;
  const components: Component[] = [];
  let at = 10;
  let flags = moreComponents;
  const fraction = (): number => {
    at += 2;
    return view.getInt16(at - 2) / 16384;
  };
  while (flags & moreComponents) {
    flags = view.getUint16(at);
    if (!(flags & argumentsAreOffsets)) throw new Error('A composite glyph places its parts by points.');
    const component: Component = { glyph: view.getUint16(at + 2), matrix: [1, 0, 0, 1], dx: 0, dy: 0 };
    const words = (flags & argumentsAreWords) !== 0;
    component.dx = words ? view.getInt16(at + 4) : view.getInt8(at + 4);
    component.dy = words ? view.getInt16(at + 6) : view.getInt8(at + 5);
    at += words ? 8 : 6;
    if (flags & hasScale) {
      const scale = fraction();
      component.matrix = [scale, 0, 0, scale];
    } else if (flags & hasTwoScales) component.matrix = [fraction(), 0, 0, fraction()];
    else if (flags & hasMatrix) component.matrix = [fraction(), fraction(), fraction(), fraction()];
    components.push(component);
  }
  return components;
}

/** Applies a component's matrix and offset, to whole font units. */
export function transformOutline(outline: Outline, { matrix: [xx, yx, xy, yy], dx, dy }: Component): Outline {
  return outline.map((contour) =>
    contour.map(({ x, y, onCurve }) => ({
      x: Math.round(x * xx + y * xy + dx),
      y: Math.round(x * yx + y * yy + dy),
      onCurve,
    })),
  );
}

const onCurveFlag = 0x01;
const xIsByte = 0x02;
const yIsByte = 0x04;
const repeatFlag = 0x08;
const xSameOrPositive = 0x10;
const ySameOrPositive = 0x20;

/** The contours of a simple glyph (table `glyf`); its instructions are left out. */
export function readSimpleGlyph(glyph: Uint8Array): Outline {
  const view = new DataView(glyph.buffer, glyph.byteOffset, glyph.byteLength);
  const contourCount = view.getInt16(0);
  const ends = Array.from({ length: contourCount }, (_, contour) => view.getUint16(10 + contour * 2));
  const pointCount = (ends.at(-1) ?? -1) + 1;
  let at = 10 + contourCount * 2;
  at += 2 + view.getUint16(at);

  const flags: number[] = [];
  while (flags.length < pointCount) {
    const flag = view.getUint8(at++);
    const times = flag & repeatFlag ? view.getUint8(at++) + 1 : 1;
    for (let time = 0; time < times; time++) flags.push(flag);
  }
  const readAxis = (byteFlag: number, sameFlag: number): number[] => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & byteFlag) value += flag & sameFlag ? view.getUint8(at++) : -view.getUint8(at++);
      else if (!(flag & sameFlag)) {
        value += view.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = readAxis(xIsByte, xSameOrPositive);
  const ys = readAxis(yIsByte, ySameOrPositive);

  return ends.map((end, contour) => {
    const start = contour === 0 ? 0 : (ends[contour - 1] ?? -1) + 1;
    return flags.slice(start, end + 1).map((flag, point) => ({
      x: xs[start + point] ?? 0,
      y: ys[start + point] ?? 0,
      onCurve: (flag & onCurveFlag) !== 0,
    }));
  });
}
