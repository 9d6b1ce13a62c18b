import type { Line } from '../model/block.ts';
import { headingKinds, type RegulationNode, type RegulationTree } from '../model/tree.ts';

/** The smallest part of a document that can be a unit's: a sentence, a heading, a line of a table's cell. */
export interface Piece {
  /** Its letters without the number of the place. */
  text: string;
  /** Number or mark printed before it, e.g. `①`, `・`; empty where none is, and where it goes on. */
  number: string;
  /** As the tree cites the place it stands in; a number that a table's cell begins with at its end. */
  label: string;
  /** Title or caption of a place that holds others. */
  isHeading: boolean;
  /** In the head of a table, whose cells belong together. */
  isHead: boolean;
  /** A bullet stands before it. */
  isBullet: boolean;
  /** Number of the paragraph in the document: sentences of one belong together. */
  paragraph: number;
  /** Number of the place, or of the row of a table, in the document. */
  place: number;
  /** Which sentence of its paragraph, from 0. */
  sentence: number;
  /** Which paragraph of its place, from 0. */
  nth: number;
}

type Context = Pick<Piece, 'number' | 'label' | 'isHeading' | 'isHead'> & { isCell?: boolean };

const bullet = /^\s*[・●○■◆◇➤▶※＊*–-]/u;
/** ①, (1), 1. */
const cellNumber = /^\s*([①-⑳]|[(（][0-9０-９]+[)）]|[0-9０-９]+[.．])/u;

/** The pieces of a tree in reading order, its title lines first. */
export function toPieces(tree: RegulationTree): Piece[] {
  const pieces: Piece[] = [];
  let paragraph = 0;
  let place = 0;
  const add = (lines: readonly Pick<Line, 'text'>[], { isCell = false, ...context }: Context) => {
    for (const [nth, { text }] of lines.entries()) {
      const label = context.label + (isCell ? (cellNumber.exec(text)?.[1] ?? '') : '');
      const isBullet = bullet.test(context.number || text);
      for (const [sentence, part] of (context.isHeading ? [text.trim()] : toSentences(text)).entries()) {
        const number = nth + sentence === 0 ? context.number : '';
        pieces.push({ ...context, text: part, label, number, isBullet, paragraph, place, sentence, nth });
      }
      paragraph += 1;
    }
  };
  const visit = (node: RegulationNode) => {
    const { kind, number, caption, body, table, label, children } = node;
    place += 1;
    const isHeading = headingKinds.has(kind);
    if (caption) add([caption], { number, label, isHeading: true, isHead: false });
    add(body, { number: caption ? '' : number, label, isHeading, isHead: false });
    // 別添2 alone on its line.
    if (isHeading && !caption && body.length === 0 && number !== '') {
      add([{ text: number }], { number: '', label, isHeading, isHead: false });
    }
    for (const [index, cells] of (table?.rows ?? []).entries()) {
      place += 1;
      // Names of columns are words.
      const isHead = index === 0 && cells.every(({ lines }) => lines.length <= 1 && (lines[0]?.text.length ?? 0) < 20);
      add(
        cells.flatMap(({ lines }) => lines),
        { number: '', label, isHeading: false, isHead, isCell: true },
      );
    }
    for (const child of children) visit(child);
  };
  add(tree.title, { number: '', label: '', isHeading: true, isHead: false });
  for (const child of tree.children) visit(child);
  return pieces;
}

const opening = '（(「『［[【〔〈《＜';
const closing = '）)」』］]】〕〉》＞';

/** Sentences of a paragraph, to the letter: they end with 。 outside brackets; a sentence in brackets is one by itself. */
export function toSentences(text: string): string[] {
  const sentences: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (opening.includes(letter)) depth += 1;
    else if (closing.includes(letter)) depth = Math.max(0, depth - 1);
    const isEnd = depth === 0 && (letter === '。' || (closing.includes(letter) && text.charAt(at - 1) === '。'));
    if (!isEnd) continue;
    sentences.push(text.slice(start, at + 1));
    start = at + 1;
  }
  if (start < text.length) sentences.push(text.slice(start));
  return sentences.filter((sentence) => sentence.trim() !== '');
}
