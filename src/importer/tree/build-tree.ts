import type { Line, SourceDocument } from '../model/block.ts';
import type { RegulationTree } from '../model/tree.ts';
import { assignAnchors } from './assign-anchors.ts';
import { findChapterRows } from './chapter-rows.ts';
import { classify, isTable, type Piece } from './classify.ts';
import { findContents } from './contents.ts';
import { newNode, type Open } from './forest.ts';
import { type Growth, newGrowth } from './growth.ts';
import { healTears } from './heal-tears.ts';
import { isStructure } from './marks.ts';
import { placeLabel, placeLevelHeading, placeTitle, titlesDocument } from './place-heading.ts';
import { placeNumber } from './place-number.ts';
import { placeSpecial, takesTitle } from './place-special.ts';
import { placeArticle, placeChapterRow, placeStructure } from './place-structure.ts';
import { placeBullet, placeNote, placeTable, placeText } from './place-text.ts';
import { splitHeadings } from './split-headings.ts';
import { titleLines } from './title-lines.ts';

/**
 * Builds the tree of a regulation: each line is classified by its own words, then placed by what is open. The letters of the
 * document are all in it, in their order; what is doubtful is said in the diagnostics and left as it stands.
 */
export function buildTree(document: SourceDocument): RegulationTree {
  const healed = healTears(document.blocks);
  const split = splitHeadings(healed.blocks);
  const pieces = classify(split.blocks);
  const title = titleLines(pieces);
  const body = pieces.slice(title.length);
  const found = [...findContents(body), ...findChapterRows(body)];
  const growth = newGrowth(body);
  for (let index = 0; index < body.length; index += 1) placePiece(growth, index);
  const { children } = growth.forest.root.node;
  assignAnchors(children);
  const { diagnostics } = growth.forest;
  return {
    title,
    children,
    diagnostics: [...document.diagnostics, ...healed.diagnostics, ...split.diagnostics, ...found, ...diagnostics],
  };
}

function placePiece(growth: Growth, index: number): void {
  const piece = growth.pieces[index];
  if (!piece) return;
  if (!isTable(piece)) placeLine(growth, index, piece, piece.block as Line);
  else if (piece.chapter === undefined) placeTable(growth, piece.block);
  else placeChapterRow(growth, piece.block, piece.chapter);
}

/** The first of these that a line can be, it is: what its own words say comes before what only its level says. */
function placeLine(growth: Growth, index: number, piece: Piece, line: Line): void {
  const [reading] = piece.readings;
  const form = reading?.form ?? '';
  const kind = piece.special?.kind;
  if (piece.quoted) placeText(growth, index);
  else if (piece.caption && captionsNext(growth, index)) {
    growth.caption = { text: piece.text, place: 'above', spot: line.spot };
  } else if (reading && isStructure(form)) placeStructure(growth, line, reading);
  else if (reading && form === 'article') placeArticle(growth, index, reading);
  else if (kind && kind !== 'note' && kind !== 'bullet') placeSpecial(growth, index);
  else if (takesTitle(growth, piece)) growth.forest.top.node.body.push(line);
  else if (kind === 'note') placeNote(growth, index);
  else if (!placeNumber(growth, index)) {
    releaseCaption(growth);
    placeUnnumbered(growth, index, piece, line);
  }
}

/** Whether a caption on a line of its own is that of the next line: an article, or a numbered paragraph of 附則. */
function captionsNext({ pieces, forest }: Growth, index: number): boolean {
  const next = pieces[index + 1];
  if (!next || next.quoted) return false;
  if (next.readings[0]?.form === 'article') return true;
  const holder = forest.stack[forest.heading()];
  if (holder?.node.kind !== 'supplementary' || next.special) return false;
  return next.readings.some(({ form, value }) => isNextIn(holder, form, value?.[0]));
}

/** A caption whose number turned out to be words is a line as any other. */
function releaseCaption(growth: Growth): void {
  const { caption, forest } = growth;
  if (!caption) return;
  delete growth.caption;
  const line: Line = { kind: 'line', text: caption.text, spot: caption.spot };
  forest.add(forest.heading(), newNode({ kind: 'text', body: [line], spot: caption.spot }));
}

function isNextIn({ series }: Open, form: string, value: number | undefined): boolean {
  return /^digit[.,]?$/u.test(form) && value === (series.get(form)?.last ?? 0) + 1;
}

function placeUnnumbered(growth: Growth, index: number, piece: Piece, line: Line): void {
  if (piece.label) placeLabel(growth, line, piece.label);
  else if (piece.special?.kind === 'bullet') placeBullet(growth, index, piece.special.length);
  else if (line.level !== undefined && piece.text.length <= 100 && !piece.text.includes('。')) {
    placeLevelHeading(growth, line, line.level);
  } else if (line.numbered !== undefined) placeBullet(growth, index, line.numbered);
  else if (titlesDocument(growth, index)) placeTitle(growth, line);
  else placeText(growth, index);
}
