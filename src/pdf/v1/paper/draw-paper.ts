import type { SummaryBlock, SummaryDocument } from '../../../record/v1/summary/summary-document.ts';
import { addElement, type StructureElement } from '../../document/structure-tree.ts';
import { drawBlock } from '../blocks.ts';
import type { Flow } from '../flow.ts';
import { drawSeal, toSealHeight } from '../seal.ts';
import { inks } from '../styles.ts';
import { drawLetter, drawPaperTitle } from './letter.ts';
import { paperStyles } from './styles.ts';
import { drawPaperFields, drawPaperTable } from './table.ts';
import { setAligned, setParagraph } from './text.ts';

type ParagraphBlock = Extract<SummaryBlock, { kind: 'paragraph' }>;

/**
 * Draws the blocks of an official paper. Each sheet begins with its `letter` or its first heading, which is the H1;
 * headings after it are H2.
 */
export function drawPaper(flow: Flow, parent: StructureElement, { blocks }: SummaryDocument): void {
  let isTitled = false;
  blocks.forEach((block, index) => {
    if (block.kind === 'letter') drawLetter(flow, parent, block);
    else if (block.kind === 'heading' && !isTitled) drawPaperTitle(flow, parent, block.text);
    else drawPaperBlock(flow, parent, block, toTailHeight(flow, blocks, index + 1));
    if (block.kind === 'page') isTitled = false;
    else if (block.kind === 'letter' || block.kind === 'heading') isTitled = true;
  });
}

/** A tail higher than this goes its own way. */
const highestTail = 260;

/**
 * Height of what ends a sheet from `index` on, notes, 以上 and the boxes to seal, which do not stand on a page without what
 * they are about; 0 where anything else is still to come.
 */
function toTailHeight(flow: Flow, blocks: readonly SummaryBlock[], index: number): number {
  const end = blocks.findIndex(({ kind }, at) => at >= index && kind === 'page');
  let height = 0;
  for (const block of blocks.slice(index, end < 0 ? undefined : end)) {
    if (block.kind === 'seal') height += toSealHeight(block);
    else if (block.kind === 'paragraph' && block.tone === 'end')
      height += asideGaps.end.before + paperStyles.body.leading + asideGaps.end.behind;
    else if (block.kind === 'paragraph' && block.tone === 'note') height += toNoteHeight(flow, block.text);
    else return 0;
  }
  return height > 0 && height <= highestTail ? height + 10 : 0;
}

function toNoteHeight(flow: Flow, text: string): number {
  return flow.breakText(text, flow.area.width, paperStyles.note).length * paperStyles.note.leading + 1;
}

/** @param after height of what stays with its end */
function drawPaperBlock(flow: Flow, parent: StructureElement, block: SummaryBlock, after: number): void {
  if (block.kind === 'heading') drawHeading(flow, parent, block.text);
  else if (block.kind === 'paragraph' && (block.tone === undefined || block.tone === 'note')) {
    drawParagraph(flow, parent, block, after);
  } else if (block.kind === 'paragraph' && (block.tone === 'center' || block.tone === 'end')) {
    drawAside(flow, parent, block.text, block.tone);
  } else if (block.kind === 'fields') drawPaperFields(flow, parent, block, after);
  else if (block.kind === 'table') drawPaperTable(flow, parent, block, after);
  else if (block.kind === 'seal') drawSeal(flow, parent, block, inks.body);
  else drawBlock(flow, parent, block);
}

function drawHeading(flow: Flow, parent: StructureElement, text: string): void {
  const texts = flow.breakText(text, flow.area.width, paperStyles.heading);
  flow.skip(12);
  // Never the last thing on a page.
  flow.keep(texts.length * paperStyles.heading.leading + 60);
  flow.setLines(addElement(parent, 'H2'), texts, flow.area.left, paperStyles.heading);
  flow.y += 4;
}

function drawParagraph(flow: Flow, parent: StructureElement, { text, tone }: ParagraphBlock, after: number): void {
  const isNote = tone === 'note';
  const style = isNote ? paperStyles.note : paperStyles.body;
  if (after > 0 && !isNote) flow.keep(style.leading + after);
  setParagraph(flow, addElement(parent, 'P'), text, style, !isNote);
  flow.y += isNote ? 1 : 6;
}

/** White above and below: 以上 stands under a table, which leaves some. */
const asideGaps = { center: { before: 8, behind: 6 }, end: { before: 4, behind: 2 } } as const;

/** 記 in the middle, 以上 at the right. */
function drawAside(flow: Flow, parent: StructureElement, text: string, where: 'center' | 'end'): void {
  const { before, behind } = asideGaps[where];
  flow.skip(before);
  const texts = flow.breakText(text, flow.area.width, paperStyles.body);
  // 記 announces what follows it.
  if (where === 'center') flow.keep(texts.length * paperStyles.body.leading + 60);
  setAligned(flow, addElement(parent, 'P'), texts, paperStyles.body, where);
  flow.y += behind;
}
