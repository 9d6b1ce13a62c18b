import type { Line, Spot } from '../model/block.ts';
import { type Caption, headingKinds } from '../model/tree.ts';
import type { Piece } from './classify.ts';
import { cutLine } from './cut-line.ts';
import { Forest, type Open } from './forest.ts';
import { bracketed, captionBrackets } from './wording.ts';

/** What the second pass works on: the pieces, the tree so far, and what it has learnt of the document. */
export interface Growth {
  pieces: Piece[];
  forest: Forest;
  /** A caption on a line of its own that waits for the article below it. */
  caption?: Caption;
  /** Of each form of number, the forms it first stood under. */
  above: Map<string, Set<string>>;
  /** `form:value` → indexes of the pieces that can be read so. */
  seen: Map<string, number[]>;
  /** The document parts its paragraphs by empty lines: a line that follows at once belongs to the paragraph above it. */
  spaced: boolean;
}

/** Starts with an empty tree. */
export function newGrowth(pieces: Piece[]): Growth {
  const seen = new Map<string, number[]>();
  pieces.forEach((piece, index) => {
    for (const { form, value } of piece.quoted ? [] : piece.readings) {
      const key = `${form}:${value?.join('.')}`;
      const known = seen.get(key);
      if (known) known.push(index);
      else seen.set(key, [index]);
    }
  });
  const gaps = pieces.filter(({ block }) => block.after !== undefined).length;
  return { pieces, forest: new Forest(), above: new Map(), seen, spaced: gaps > pieces.length / 3 };
}

/** Whether a number of this form and value comes after a piece, not too far away. */
export function comesLater(growth: Growth, form: string, value: number, after: number): boolean {
  const places = growth.seen.get(`${form}:${value}`) ?? [];
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) > after) high = middle;
    else low = middle + 1;
  }
  const next = places[low];
  return next !== undefined && next - after < 400;
}

/** What stands behind a heading's number: a caption in brackets, or its title as body. */
export function titleOf(line: Line, length: number): { caption?: Caption; body: Line[] } {
  const rest = cutLine(line, length);
  if (!rest) return { body: [] };
  if (bracketed(rest.text, captionBrackets) !== rest.text) return { body: [rest] };
  return { caption: { text: rest.text, place: 'beside', spot: line.spot }, body: [] };
}

/** Index of the innermost open article, -1 where what comes next stands in none. */
export function openArticle({ forest }: Growth): number {
  const index = forest.heading();
  return forest.stack[index]?.node.kind === 'article' ? index : -1;
}

/** Whether numbered headings may stand under a heading: not under ＜保管＞, 目次 and 改定履歴. */
export function holdsNumbers(open: Open): boolean {
  return !/^(?:label|contents|history)/u.test(open.form);
}

/** Whether an open place starts numbers of its own: the document, an annex, 附則, a document inside. */
export function isDocument(open: Open): boolean {
  return (
    open.form === 'root' || open.form === 'title' || open.node.kind === 'annex' || open.node.kind === 'supplementary'
  );
}

/** Whether it is a heading. */
export function isHead(open: Open): boolean {
  return headingKinds.has(open.node.kind);
}

/** What is said where numbers begin at another than 1: an extract, or something is missing. */
export function startsAt(printed: string): string {
  return `「${printed}」から番号が始まっています。前の番号が抜けていないか、元の文書で確かめてください。`;
}

/** Says that a number does not follow on the one before it. */
export function checkNumber(
  { forest }: Growth,
  last: number | undefined,
  value: number,
  printed: string,
  spot: Spot,
): void {
  if (last === undefined || value === last + 1) return;
  const text =
    value > last
      ? `番号が${last}の次に${value}へ飛んでいます（「${printed}」）。間が抜けていないか、元の文書で確かめてください。`
      : `番号${value}がもう一度出てきます（「${printed}」、直前は${last}）。元の文書の番号を確かめてください。`;
  forest.report(value > last ? 'number-gap' : 'number-repeat', text, spot);
}
