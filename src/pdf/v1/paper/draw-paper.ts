import type { SummaryBlock, SummaryDocument } from '../../../record/v1/summary/summary-document.ts';
import { addElement, type StructureElement } from '../../document/structure-tree.ts';
import { drawBlock } from '../blocks.ts';
import type { Flow } from '../flow.ts';
import { drawSeal } from '../seal.ts';
import { area, inks } from '../styles.ts';
import { drawLetter, drawPaperTitle } from './letter.ts';
import { paperStyles } from './styles.ts';
import { drawPaperFields, drawPaperTable } from './table.ts';
import { setAligned, setParagraph } from './text.ts';

/**
 * Draws the blocks of an official paper. Each sheet begins with its `letter` or its first heading, which is the H1;
 * headings after it are H2.
 */
export function drawPaper(flow: Flow, parent: StructureElement, { blocks }: SummaryDocument): void {
  let isTitled = false;
  for (const block of blocks) {
    if (block.kind === 'letter') drawLetter(flow, parent, block);
    else if (block.kind === 'heading' && !isTitled) drawPaperTitle(flow, parent, block.text);
    else drawPaperBlock(flow, parent, block);
    if (block.kind === 'page') isTitled = false;
    else if (block.kind === 'letter' || block.kind === 'heading') isTitled = true;
  }
}

function drawPaperBlock(flow: Flow, parent: StructureElement, block: SummaryBlock): void {
  if (block.kind === 'heading') drawHeading(flow, parent, block.text);
  else if (block.kind === 'paragraph' && (block.tone === undefined || block.tone === 'note')) {
    drawParagraph(flow, parent, block.text, block.tone);
  } else if (block.kind === 'paragraph' && (block.tone === 'center' || block.tone === 'end')) {
    drawAside(flow, parent, block.text, block.tone);
  } else if (block.kind === 'fields') drawPaperFields(flow, parent, block);
  else if (block.kind === 'table') drawPaperTable(flow, parent, block);
  else if (block.kind === 'seal') drawSeal(flow, parent, block, inks.body);
  else drawBlock(flow, parent, block);
}

function drawHeading(flow: Flow, parent: StructureElement, text: string): void {
  const texts = flow.breakText(text, area.width, paperStyles.heading);
  flow.skip(12);
  // Never the last thing on a page.
  flow.keep(texts.length * paperStyles.heading.leading + 60);
  flow.setLines(addElement(parent, 'H2'), texts, area.left, paperStyles.heading);
  flow.y += 4;
}

function drawParagraph(flow: Flow, parent: StructureElement, text: string, tone: 'note' | undefined): void {
  const isNote = tone === 'note';
  setParagraph(flow, addElement(parent, 'P'), text, isNote ? paperStyles.note : paperStyles.body, !isNote);
  flow.y += isNote ? 1 : 6;
}

/** 記 in the middle, 以上 at the right. */
function drawAside(flow: Flow, parent: StructureElement, text: string, where: 'center' | 'end'): void {
  flow.skip(8);
  const texts = flow.breakText(text, area.width, paperStyles.body);
  // 記 announces what follows it.
  if (where === 'center') flow.keep(texts.length * paperStyles.body.leading + 60);
  setAligned(flow, addElement(parent, 'P'), texts, paperStyles.body, where);
  flow.y += 6;
}
