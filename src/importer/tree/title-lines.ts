import type { Line } from '../model/block.ts';
import { isPlain, type Piece } from './classify.ts';
import { looksLikeTitle } from './wording.ts';

/** The document's title: its first lines as long as they are titles and nothing of the document's own begins. */
export function titleLines(pieces: Piece[]): Line[] {
  const title: Line[] = [];
  for (const piece of pieces.slice(0, 4)) {
    const line = piece.block;
    if (line.kind !== 'line' || !looksLikeTitle(piece.text) || piece.special || piece.label || piece.caption) break;
    const first = title[0];
    const goesOn =
      isPlain(piece) ||
      (line.level !== undefined && (!first || (first.level !== undefined && line.level <= first.level)));
    const numbered = piece.readings.length > 0 || line.numbered !== undefined;
    if (!goesOn || numbered || (first?.level !== undefined && line.level === undefined)) break;
    title.push(line);
  }
  return title;
}
