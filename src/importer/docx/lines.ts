import type { Line, Mark, Spot } from '../model/block.ts';
import type { Piece } from './inline.ts';
import type { PrintedNumber } from './numberer.ts';

/** What stood between two blocks, gathered while blocks are read. */
export interface Gap {
  after?: 'blank' | 'page';
}

/** What is the same for all lines of a paragraph. */
export interface LineFacts {
  level?: number;
  depth?: number;
  spot: Spot;
}

/**
 * Makes the lines of a paragraph, its automatic number before the first. Lines without a letter are none: they widen the gap
 * before the next, which `gap` carries on.
 */
export function toLines(pieces: Piece[], number: PrintedNumber | undefined, facts: LineFacts, gap: Gap): Line[] {
  const lines: Line[] = [];
  let text = '';
  let numbered = 0;
  let marks: Mark[] = [];
  const put = (letters: string, tint?: 'red' | 'blue') => {
    const last = marks.at(-1);
    if (tint && last?.colour === tint && last.to === text.length) last.to += letters.length;
    else if (tint) marks.push({ from: text.length, to: text.length + letters.length, colour: tint });
    text += letters;
  };
  const end = () => {
    // Nothing follows the number: neither does what stands between.
    if (numbered > 0 && text.slice(numbered).trim() === '') {
      text = text.slice(0, numbered).trimEnd();
      numbered = text.length;
      marks = [];
    }
    if (text.trim() === '') gap.after ??= 'blank';
    else {
      lines.push({
        kind: 'line',
        text,
        ...(numbered > 0 && { numbered }),
        ...(facts.level !== undefined && { level: facts.level }),
        ...(facts.depth !== undefined && { depth: facts.depth }),
        ...(marks.length > 0 && { marks }),
        ...(gap.after && { after: gap.after }),
        spot: facts.spot,
      });
      delete gap.after;
    }
    [text, numbered, marks] = ['', 0, []];
  };
  if (number && number.text !== '') {
    text = number.text + number.suffix;
    numbered = text.length;
  }
  // A page that ends with the paragraph leaves no empty line behind it.
  let fresh = false;
  for (const piece of pieces) {
    if (typeof piece === 'object') put(piece.text, piece.tint);
    else if (piece === 'line') end();
    else {
      if (text !== '') end();
      gap.after = 'page';
    }
    fresh = piece === 'page';
  }
  if (!fresh || text !== '') end();
  return lines;
}
