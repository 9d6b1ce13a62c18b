import type { SummaryBlock, SummaryDocument } from '../../../record/v1/summary/summary-document.ts';
import { addElement, type StructureElement } from '../../document/structure-tree.ts';
import { drawBlock } from '../blocks.ts';
import type { Flow } from '../flow.ts';
import { drawSeal, sealGap, toSealHeight } from '../seal.ts';
import { inks } from '../styles.ts';
import { asideGaps, toTailHeight, withoutSlack } from '../tail.ts';
import { drawLetter, drawPaperTitle } from './letter.ts';
import { paperStyles } from './styles.ts';
import { drawPaperFields, drawPaperTable } from './table.ts';
import { setAligned, setParagraph } from './text.ts';

type ParagraphBlock = Extract<SummaryBlock, { kind: 'paragraph' }>;

/**
 * Draws the blocks of an official paper. Each sheet begins with its `letter` or its first heading, which is the H1;
 * headings after it are H2.
 * @param panel height of what follows the last block, in points
 */
export function drawPaper(flow: Flow, parent: StructureElement, { blocks }: SummaryDocument, panel: number): void {
  let isTitled = false;
  blocks.forEach((block, index) => {
    if (block.kind === 'letter') drawLetter(flow, parent, block);
    else if (block.kind === 'heading' && !isTitled) drawPaperTitle(flow, parent, block.text);
    else drawPaperBlock(flow, parent, block, toTailHeight(flow, blocks, index + 1, panel));
    if (block.kind === 'page') isTitled = false;
    else if (block.kind === 'letter' || block.kind === 'heading') isTitled = true;
  });
}

/** @param after height of what stays with its end */
function drawPaperBlock(flow: Flow, parent: StructureElement, block: SummaryBlock, after: number): void {
  if (block.kind === 'heading') drawHeading(flow, parent, block.text);
  else if (block.kind === 'paragraph' && (block.tone === undefined || block.tone === 'note')) {
    drawParagraph(flow, parent, block, after);
  } else if (block.kind === 'paragraph' && (block.tone === 'center' || block.tone === 'end')) {
    drawAside(flow, parent, block.text, block.tone, after);
  } else if (block.kind === 'fields') drawPaperFields(flow, parent, block, after);
  else if (block.kind === 'table') drawPaperTable(flow, parent, block, after);
  else if (block.kind === 'seal') {
    flow.keep(toSealHeight(block) + (after > 0 ? sealGap + withoutSlack(after) : 0));
    drawSeal(flow, parent, block, inks.body);
  } else drawBlock(flow, parent, block, after);
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
  if (after > 0 && isNote)
    flow.keep(flow.breakText(text, flow.area.width, style).length * style.leading + withoutSlack(after));
  else if (after > 0) flow.keep(style.leading + after);
  setParagraph(flow, addElement(parent, 'P'), text, style, !isNote);
  flow.y += isNote ? 1 : 6;
}

/** 記 in the middle, 以上 at the right. */
function drawAside(flow: Flow, parent: StructureElement, text: string, where: 'center' | 'end', after: number): void {
  const { before, behind } = asideGaps[where];
  flow.skip(before);
  const texts = flow.breakText(text, flow.area.width, paperStyles.body);
  // 記 announces what follows it.
  flow.keep(texts.length * paperStyles.body.leading + (where === 'center' ? 60 : withoutSlack(after)));
  setAligned(flow, addElement(parent, 'P'), texts, paperStyles.body, where);
  flow.y += behind;
}
