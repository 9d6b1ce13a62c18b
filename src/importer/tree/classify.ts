import type { Block, Line, Table } from '../model/block.ts';
import { cutLine } from './cut-line.ts';
import { type Reading, readingsOf } from './marks.ts';
import { type Special, specialOf } from './special-lines.ts';
import { bracketed, captionBrackets, labelBracket } from './wording.ts';

/** A block of the document with everything its own words say about it; what of that holds is for the second pass. */
export interface Piece {
  block: Block;
  /** Trimmed text of a line, empty for a table. */
  text: string;
  readings: Reading[];
  special?: Special;
  /** The whole line is a caption in brackets, e.g. （目的）. */
  caption: boolean;
  /** The whole line is a head in brackets, e.g. ＜保管＞: which bracket. */
  label?: string;
  /** A table's row that names a chapter: its number. */
  chapter?: number;
  /** An entry of a table of contents: no number of its own counts. */
  quoted?: boolean;
}

/** First pass: what each block says it is. Lines without a letter are left out. */
export function classify(blocks: Block[]): Piece[] {
  return blocks
    .filter((block) => block.kind === 'table' || block.text.trim() !== '')
    .map((block) => classifyBlock(trimmed(block)));
}

function trimmed(block: Block): Block {
  if (block.kind === 'table' || block.text === block.text.trim()) return block;
  const numbered = block.numbered && Math.max(0, block.numbered - (block.text.length - block.text.trimStart().length));
  return { ...(cutLine(block, 0) ?? block), ...(numbered === undefined ? {} : { numbered }) };
}

function classifyBlock(block: Block): Piece {
  if (block.kind === 'table') return { block, text: '', readings: [], caption: false };
  const { text } = block;
  const special = specialOf(text);
  const label = labelBracket(text);
  return {
    block,
    text,
    readings: readingsOfLine(block),
    caption: text.length <= 40 && bracketed(text, captionBrackets) === text,
    ...(special ? { special } : {}),
    ...(label ? { label } : {}),
  };
}

/** What automatic numbering wrote is a number whatever words follow it: ２　年間計画は. */
function readingsOfLine({ text, numbered = 0 }: Line): Reading[] {
  const readings = readingsOf(text);
  if (readings.length > 0 || numbered === 0) return readings;
  return readingsOf(text.slice(0, numbered).trim()).map((reading) => ({ ...reading, length: numbered }));
}

/** Whether a piece is a line of words, with no number, bullet or head of its own. */
export function isPlain(piece: Piece | undefined): piece is Piece & { block: Line } {
  if (piece?.block.kind !== 'line' || piece.block.level !== undefined || piece.block.numbered !== undefined)
    return false;
  return !piece.special && !piece.label && piece.readings.every(({ weak }) => weak);
}

/** Whether a piece is a table. */
export function isTable(piece: Piece | undefined): piece is Piece & { block: Table } {
  return piece?.block.kind === 'table';
}
