/** What it is worth to give a piece to a unit. */
export interface Worth {
  /** As its first words; below 0 where it would rather be nobody's. */
  begin(piece: number, unit: number): number;
  /** As more of the unit that the piece before it went to. */
  go(piece: number, unit: number): number;
}

/** What is lost where a unit gets no words. */
const emptyUnit = 0.6;

/** How a state was reached: an open unit goes on or begins, a piece is nobody's, a unit is passed over. */
const went = { on: 1, begunAfterOpen: 2, begunAfterClosed: 3, skipAfterOpen: 4, skip: 5, passAfterOpen: 6, pass: 7 };

/**
 * Gives the pieces of a document to the units of a source, both in their order: a unit gets pieces that stand together,
 * a piece goes to one unit or to none. Of all such ways the one of the greatest worth; its cost is pieces times units.
 * @returns the unit of each piece
 */
export function align(pieces: number, units: number, worth: Worth): (number | undefined)[] {
  const width = units + 1;
  const toOpen = new Uint8Array((pieces + 1) * width);
  const toClosed = new Uint8Array((pieces + 1) * width).fill(went.pass, 0, width);
  // Column j: units before j are dealt with. Open, where the last piece is of unit j - 1; closed, where it is nobody's.
  let open = new Float32Array(width).fill(Number.NEGATIVE_INFINITY);
  let closed = Float32Array.from({ length: width }, (_, j) => -emptyUnit * j);
  for (let i = 1; i <= pieces; i += 1) {
    const nextOpen = new Float32Array(width).fill(Number.NEGATIVE_INFINITY);
    const nextClosed = new Float32Array(width);
    for (let j = 0; j < width; j += 1) {
      const isOpen = valueAt(open, j) > valueAt(closed, j);
      let best = isOpen ? valueAt(open, j) : valueAt(closed, j);
      let how = isOpen ? went.skipAfterOpen : went.skip;
      if (j > 0) {
        const afterOpen = valueAt(nextOpen, j - 1) > valueAt(nextClosed, j - 1);
        const passed = Math.max(valueAt(nextOpen, j - 1), valueAt(nextClosed, j - 1)) - emptyUnit;
        if (passed > best) {
          best = passed;
          how = afterOpen ? went.passAfterOpen : went.pass;
        }
        const begunAfterOpen = valueAt(open, j - 1) > valueAt(closed, j - 1);
        const begun = Math.max(valueAt(open, j - 1), valueAt(closed, j - 1)) + worth.begin(i - 1, j - 1);
        const reached = valueAt(open, j);
        const on = reached === Number.NEGATIVE_INFINITY ? reached : reached + worth.go(i - 1, j - 1);
        nextOpen[j] = Math.max(on, begun);
        toOpen[i * width + j] = on > begun ? went.on : begunAfterOpen ? went.begunAfterOpen : went.begunAfterClosed;
      }
      nextClosed[j] = best;
      toClosed[i * width + j] = how;
    }
    open = nextOpen;
    closed = nextClosed;
  }
  return walkBack(pieces, units, toOpen, toClosed, valueAt(open, units) > valueAt(closed, units));
}

function walkBack(
  pieces: number,
  units: number,
  toOpen: Uint8Array,
  toClosed: Uint8Array,
  endsOpen: boolean,
): (number | undefined)[] {
  const unitOf = new Array<number | undefined>(pieces).fill(undefined);
  let [i, j, isOpen] = [pieces, units, endsOpen];
  while (i > 0 || j > 0) {
    const how = (isOpen ? toOpen : toClosed)[i * (units + 1) + j];
    if (isOpen) {
      unitOf[i - 1] = j - 1;
      i -= 1;
      if (how !== went.on) j -= 1;
      isOpen = how === went.on || how === went.begunAfterOpen;
    } else if (how === went.skip || how === went.skipAfterOpen) {
      i -= 1;
      isOpen = how === went.skipAfterOpen;
    } else {
      j -= 1;
      isOpen = how === went.passAfterOpen;
    }
  }
  return unitOf;
}

function valueAt(list: Float32Array, index: number): number {
  return list[index] ?? Number.NEGATIVE_INFINITY;
}
