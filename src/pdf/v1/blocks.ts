import { words } from '../../record/v1/layout/words.ts';
import type { SummaryBlock } from '../../record/v1/summary/summary-document.ts';
import { addElement, type StructureElement } from '../document/structure-tree.ts';
import { drawChart } from './chart.ts';
import { drawFields } from './fields.ts';
import { type Flow, placeLines } from './flow.ts';
import { ruledTable } from './ruled-table.ts';
import { drawSeal } from './seal.ts';
import { inks, styles } from './styles.ts';
import { drawTable, toTableBegin } from './table.ts';

/**
 * Draws one block of a summary from the flow's place on.
 * @param after height of what stays with its end, in points
 */
export function drawBlock(flow: Flow, parent: StructureElement, block: SummaryBlock, after = 0): void {
  if (block.kind === 'heading') drawHeading(flow, parent, block.text, after);
  else if (block.kind === 'paragraph' && block.tone === 'notice') drawNotice(flow, parent, block.text);
  else if (block.kind === 'paragraph' && block.tone === 'conclusion') drawConclusion(flow, parent, block.text);
  else if (block.kind === 'paragraph') drawParagraph(flow, parent, block.text, after);
  else if (block.kind === 'list') drawList(flow, parent, block.items, after);
  else if (block.kind === 'fields') drawFields(flow, parent, block, after);
  else if (block.kind === 'table') drawTable(flow, parent, block, ruledTable, after);
  else if (block.kind === 'chart') drawChart(flow, parent, block, after);
  else if (block.kind === 'seal') drawSeal(flow, parent, block);
  else if (block.kind === 'page') flow.beginSheet();
  else drawHeading(flow, parent, block.heading, after);
}

/** About how much room the beginning of a block takes that is not parted from a heading before it, in points. */
export function toFirstHeight(flow: Flow, block: SummaryBlock): number {
  if (block.kind === 'table') return toTableBegin(flow, block, ruledTable);
  return block.kind === 'fields' ? styles.caption.leading + 3 * styles.body.leading + 12 : 0;
}

function drawHeading(flow: Flow, parent: StructureElement, text: string, after: number): void {
  const texts = flow.breakText(text, flow.area.width, styles.heading);
  flow.skip(14);
  // Never the last thing on a page.
  flow.keep(texts.length * styles.heading.leading + 4 + Math.max(60, after));
  flow.setLines(addElement(parent, 'H2'), texts, flow.area.left, styles.heading);
  flow.y += 4;
}

function drawParagraph(flow: Flow, parent: StructureElement, text: string, after: number): void {
  flow.skip(2);
  const texts = flow.breakText(text, flow.area.width, styles.body);
  if (after > 0) flow.keep(Math.min(mostKept, texts.length) * styles.body.leading + after);
  flow.setLines(addElement(parent, 'P'), texts, flow.area.left, styles.body);
  flow.y += 6;
}

const noticeIndent = 10;

/** How high a notice is with the white around it, in points. */
export function toNoticeHeight(flow: Flow, text: string): number {
  return 12 + flow.breakText(text, flow.area.width - noticeIndent, styles.notice).length * styles.notice.leading;
}

/** A paragraph that must not be overlooked: an indigo bar beside it. */
export function drawNotice(flow: Flow, parent: StructureElement, text: string): void {
  const indent = noticeIndent;
  flow.skip(4);
  flow.setLines(
    addElement(parent, 'P'),
    flow.breakText(text, flow.area.width - indent, styles.notice),
    flow.area.left + indent,
    styles.notice,
    (y, height) => flow.canvas.box(flow.area.left, y + 1.5, 2, height - 3, { fill: inks.indigo }),
  );
  flow.y += 8;
}

/** What the document comes to, in the size of a figure, beside a strong bar. */
function drawConclusion(flow: Flow, parent: StructureElement, text: string): void {
  const indent = 12;
  flow.skip(4);
  const texts = flow.breakText(text, flow.area.width - indent, styles.figure);
  // Its reasons follow: they stay together.
  flow.keep(texts.length * styles.figure.leading + 40);
  flow.setLines(addElement(parent, 'P'), texts, flow.area.left + indent, styles.figure, (y, height) =>
    flow.canvas.box(flow.area.left, y + 1.5, 4, height - 3, { fill: inks.indigo }),
  );
  flow.y += 2;
}

/** So many lines stay with what follows a text; a longer text has lines to spare. */
const mostKept = 8;

function drawList(flow: Flow, parent: StructureElement, items: readonly string[], after: number): void {
  const list = addElement(parent, 'L');
  const style = styles.notice;
  for (const [index, text] of items.entries()) {
    const item = addElement(list, 'LI');
    const texts = flow.breakText(text, flow.area.width - style.size, style);
    const isLast = index === items.length - 1 && after > 0;
    flow.keep(Math.min(isLast ? mostKept : 2, texts.length) * style.leading + (isLast ? 6 + after : 0));
    placeLines(flow.canvas, addElement(item, 'Lbl'), [words.bullet], flow.area.left, flow.y, style);
    flow.setLines(addElement(item, 'LBody'), texts, flow.area.left + style.size, style);
  }
  flow.y += 6;
}
