import { pageSize } from '../../pdf/document/page-size.ts';
import { MismatchError } from '../mismatches.ts';
import type { Box, Ink } from './content-stream.ts';
import type { Piece, Shape } from './pieces.ts';

/** Points: smaller type is not read, larger covers the page. */
const smallestSize = 6;
const largestSize = 32;
/** Points of a page that printers may cut off. */
const edge = 12;
/** WCAG 2.2, 1.4.3. */
const leastContrast = 4.5;
const paper: Ink = [1, 1, 1];
/** Points, and shares of a size, by which letters may reach into one another without being hidden. */
const tolerance = 0.3;
const sideBearing = 0.1;
/** More than a page holds; together they bound what a hostile file costs. */
const mostLines = 600;
const mostBoxes = 1200;

/** Something drawn, in order of drawing. */
interface Drawn {
  box: Box;
  ink: Ink;
}

/**
 * Holds that a person sees each text of a page: on the paper, large enough, dark on light, with nothing over it.
 * @throws MismatchError page-hidden; page-structure for a page with more than any of ours has
 */
export function checkVisibility(page: readonly (Piece | Shape)[]): void {
  const texts: Drawn[] = [];
  const shapes: Drawn[] = [];
  for (const drawn of page) {
    if (drawn.kind === 'shape') {
      for (const box of drawn.boxes) {
        if (texts.some((text) => isOver(box, text.box))) throw hidden('A shape over a text.', undefined);
        shapes.push({ box, ink: drawn.ink });
      }
    } else {
      checkType(drawn);
      for (const { text, box } of drawn.lines) {
        const own = shrink(box, drawn.size);
        if (!isOnPaper(box)) throw hidden('A text off the paper.', text);
        if (texts.some((other) => isOver(own, other.box))) throw hidden('A text over another.', text);
        const ground = shapes.find(
          (shape) => isOver(shape.box, own) && contrastOf(drawn.ink, shape.ink) < leastContrast,
        );
        if (ground !== undefined) throw hidden(`Ink ${drawn.ink} on ${ground.ink}.`, text);
        texts.push({ box: own, ink: drawn.ink });
      }
    }
    if (texts.length > mostLines || shapes.length > mostBoxes)
      throw new MismatchError('page-structure', `More than ${mostLines} lines or ${mostBoxes} shapes on a page.`);
  }
}

function checkType({ size, ink, text }: Piece): void {
  if (size < smallestSize || size > largestSize) throw hidden(`Type of ${size} points.`, text);
  if (contrastOf(ink, paper) < leastContrast) throw hidden(`Ink ${ink} on paper.`, text);
}

function isOnPaper({ left, bottom, right, top }: Box): boolean {
  return left >= edge && bottom >= edge && right <= pageSize.width - edge && top <= pageSize.height - edge;
}

/** The part of a line that must stay free: letters rarely fill their squares to the edge. */
function shrink({ left, bottom, right, top }: Box, size: number): Box {
  const margin = size * sideBearing;
  return {
    left: left + margin,
    right: Math.max(left + margin, right - margin),
    bottom: bottom + margin,
    top: top - margin,
  };
}

function isOver(a: Box, b: Box): boolean {
  return (
    a.left < b.right - tolerance &&
    b.left < a.right - tolerance &&
    a.bottom < b.top - tolerance &&
    b.bottom < a.top - tolerance
  );
}

/** WCAG 2.2, contrast ratio. */
function contrastOf(one: Ink, other: Ink): number {
  const [a, b] = [luminanceOf(one), luminanceOf(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminanceOf([red, green, blue]: Ink): number {
  const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function hidden(detail: string, text: string | undefined): MismatchError {
  return new MismatchError('page-hidden', detail, text === undefined ? undefined : `「${text.slice(0, 40)}」`);
}
