import { MismatchError } from '../mismatches.ts';
import type { Box, Ink, MarkedContent, TextOperation } from './content-stream.ts';
import type { FilePages } from './read-pages.ts';

/** A line of text on a page. */
export interface PieceLine {
  text: string;
  /** The square of each letter side by side, without the blanks at the end: points from the bottom left corner. */
  box: Box;
  /** Its baseline. */
  y: number;
}

/** Text drawn in one go: lines one under another that begin at the same x. Its texts are not empty. */
export interface Piece {
  kind: 'text';
  /** From 0. */
  page: number;
  /** Beside the content: a footer, a head that is repeated, a mark in the margin. */
  isArtifact: boolean;
  /** All lines, joined. */
  text: string;
  x: number;
  size: number;
  ink: Ink;
  lines: [PieceLine, ...PieceLine[]];
}

/** What covers a part of a page. */
export interface Shape {
  kind: 'shape';
  ink: Ink;
  boxes: Box[];
}

/** Of a character's square, from the baseline up: src/pdf/v1/flow.ts counts with the same. */
const aboveBaseline = 0.88;
const belowBaseline = 0.12;
/** Most of a line's height, in sizes, from one baseline to the next. */
const widestLeading = 2;

/**
 * What the pages show, as text in places, page by page in order of drawing.
 * @throws MismatchError page-structure for a code without text, page-place for lines that do not stand under one another
 */
export function toPieces({ font, pages }: FilePages): (Piece | Shape)[][] {
  return pages.map((contents, page) =>
    contents.map((content) => {
      const { operation } = content;
      return operation.kind === 'shape' ? operation : toPiece(operation, content, page, font);
    }),
  );
}

/** The edges of a piece. */
export function boxOf({ lines }: Piece): Box {
  const boxes = lines.map(({ box }) => box);
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.min(...boxes.map(({ bottom }) => bottom)),
    top: Math.max(...boxes.map(({ top }) => top)),
  };
}

/**
 * Holds that lines of one text follow each other closely: pulled apart, one could be read as the answer to another item.
 * @param text with its `\n`: empty lines are not drawn, but take room
 * @throws MismatchError page-place
 */
export function checkLeading(pieces: readonly Piece[], text: string, place: string): void {
  const emptyLines = Math.max(0, ...(text.match(/\n+/g) ?? []).map(({ length }) => length));
  for (const piece of pieces) {
    const widest = piece.size * widestLeading * (1 + emptyLines);
    piece.lines.forEach(({ y }, index) => {
      const before = piece.lines[index - 1];
      if (before !== undefined && before.y - y > widest)
        throw new MismatchError('page-place', `Lines ${before.y - y} points apart.`, place);
    });
  }
}

function toPiece(
  { size, ink, lines }: TextOperation,
  { tag }: MarkedContent,
  page: number,
  font: FilePages['font'],
): Piece {
  const [first, ...others] = lines.map(({ codes, x, y }): PieceLine => {
    let text = '';
    let width = 0;
    let end = 0;
    for (const code of codes) {
      const letter = font.texts[code - 1];
      if (letter === undefined) throw new MismatchError('page-structure', `Code ${code} says nothing.`);
      text += letter;
      width += font.widths[code - 1] ?? 0;
      // Blanks at the end of a line hang over its edge.
      if (letter !== ' ' && letter !== '\u3000') end = width;
    }
    const right = x + (end * size) / 1000;
    return { text, y, box: { left: x, right, bottom: y - size * belowBaseline, top: y + size * aboveBaseline } };
  });
  if (first === undefined) throw new MismatchError('page-structure', 'A text without a line.');
  const all: Piece['lines'] = [first, ...others];
  all.forEach((line, index) => {
    const before = all[index - 1];
    if (line.box.left !== first.box.left || (before !== undefined && line.y >= before.y))
      throw new MismatchError('page-place', 'Lines that do not stand under one another.');
  });
  const text = all.map((line) => line.text).join('');
  return { kind: 'text', page, isArtifact: tag === undefined, text, x: first.box.left, size, ink, lines: all };
}
