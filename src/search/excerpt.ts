/** A stretch of an excerpt. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** Letters of an excerpt: three lines of a result. */
const longest = 110;
/** Letters shown before the first mark, so that the reader sees what the sentence is about. */
const before = 24;

/** The part of a text around its first mark, cut between letters, with … where something was left out. */
export function toExcerpt(text: string, marks: readonly (readonly [start: number, end: number])[]): Piece[] {
  const first = marks[0]?.[0] ?? 0;
  const start = text.length <= longest || first <= before ? 0 : startOfSentence(text, first);
  const end = Math.min(text.length, start + longest);
  const pieces: Piece[] = [];
  const add = (from: number, to: number, marked: boolean) => {
    const piece = keepWholeLetters(text, from, to).replace(/\s+/g, ' ');
    if (piece) pieces.push({ text: piece, marked });
  };
  let at = start;
  for (const [from, to] of marks) {
    if (from < at || from >= end) continue;
    add(at, from, false);
    add(from, Math.min(to, end), true);
    at = Math.min(to, end);
  }
  add(at, end, false);
  if (start > 0) pieces.unshift({ text: '…', marked: false });
  if (end < text.length) pieces.push({ text: '…', marked: false });
  return pieces;
}

function startOfSentence(text: string, first: number): number {
  const stop = Math.max(text.lastIndexOf('。', first - 1), text.lastIndexOf('\n', first - 1)) + 1;
  return first - stop <= before * 2 ? stop : first - before;
}

/** A letter beyond the BMP is two units; half of one is not shown. */
function keepWholeLetters(text: string, from: number, to: number): string {
  const isTail = (at: number) => /[\udc00-\udfff]/.test(text[at] ?? '');
  return text.slice(isTail(from) ? from + 1 : from, isTail(to) ? to + 1 : to);
}
