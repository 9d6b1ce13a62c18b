import { MismatchError } from '../mismatches.ts';
import type { Box } from './content-stream.ts';
import type { Piece, Shape } from './pieces.ts';

/** Points. What is wider is a rule across the page or a ground; what is narrower must stand like the edge of a column. */
const leastWidth = 100;
const leastHeight = 8;
const widestEdge = 4;
/** Between two edges that stand side by side. */
const leastDistance = 20;
const tolerance = 1;

/**
 * Holds that lines and boxes are no more than the furniture of tables: long rules, grounds, frames, edges of columns. Of shorter or
 * denser ones letters could be drawn, which no reader of text would find.
 * @throws MismatchError page-structure
 */
export function checkFurniture(page: readonly (Piece | Shape)[]): void {
  const edges: Box[] = [];
  for (const drawn of page) {
    if (drawn.kind === 'text') continue;
    const [only, ...others] = drawn.boxes;
    if (only === undefined || others.length > 0) checkFrame(drawn.boxes);
    else if (only.right - only.left < leastWidth) {
      if (!isEdge(only)) throw fault(only, 'A short line or a small box');
      const near = edges.find((edge) => areSideBySide(edge, only));
      if (near !== undefined) throw fault(only, 'An edge beside another');
      edges.push(only);
    }
  }
}

/** A frame stands around something. */
function checkFrame(sides: readonly Box[]): void {
  const width = Math.max(...sides.map(({ right }) => right)) - Math.min(...sides.map(({ left }) => left));
  const height = Math.max(...sides.map(({ top }) => top)) - Math.min(...sides.map(({ bottom }) => bottom));
  const [first] = sides;
  if (first === undefined || width < leastWidth || height < leastDistance) throw fault(first, 'A small frame');
}

function isEdge({ left, bottom, right, top }: Box): boolean {
  return right - left <= widestEdge && top - bottom >= leastHeight;
}

function areSideBySide(a: Box, b: Box): boolean {
  const isBeside = a.bottom < b.top - tolerance && b.bottom < a.top - tolerance;
  return isBeside && a.left - b.right < leastDistance && b.left - a.right < leastDistance;
}

function fault(box: Box | undefined, what: string): MismatchError {
  return new MismatchError('page-structure', `${what} at ${box?.left} ${box?.bottom}.`);
}
