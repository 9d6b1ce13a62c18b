import { words } from '../../record/v1/layout/words.ts';
import type { SummaryBlock } from '../../record/v1/summary/summary-document.ts';
import { addElement, type StructureElement } from '../document/structure-tree.ts';
import { drawChart } from './chart.ts';
import { drawFields } from './fields.ts';
import { type Flow, placeLines } from './flow.ts';
import { ruledTable } from './ruled-table.ts';
import { drawSeal } from './seal.ts';
import { inks, styles } from './styles.ts';
import { drawTable } from './table.ts';

/** Draws one block of a summary from the flow's place on. */
export function drawBlock(flow: Flow, parent: StructureElement, block: SummaryBlock): void {
  if (block.kind === 'heading') drawHeading(flow, parent, block.text);
  else if (block.kind === 'paragraph' && block.tone === 'notice') drawNotice(flow, parent, block.text);
  else if (block.kind === 'paragraph' && block.tone === 'conclusion') drawConclusion(flow, parent, block.text);
  else if (block.kind === 'paragraph') drawParagraph(flow, parent, block.text);
  else if (block.kind === 'list') drawList(flow, parent, block.items);
  else if (block.kind === 'fields') drawFields(flow, parent, block);
  else if (block.kind === 'table') drawTable(flow, parent, block, ruledTable);
  else if (block.kind === 'chart') drawChart(flow, parent, block);
  else if (block.kind === 'seal') drawSeal(flow, parent, block);
  else if (block.kind === 'page') flow.beginSheet();
  else drawHeading(flow, parent, block.heading);
}

function drawHeading(flow: Flow, parent: StructureElement, text: string): void {
  const texts = flow.breakText(text, flow.area.width, styles.heading);
  flow.skip(14);
  // Never the last thing on a page.
  flow.keep(texts.length * styles.heading.leading + 60);
  flow.setLines(addElement(parent, 'H2'), texts, flow.area.left, styles.heading);
  flow.y += 4;
}

function drawParagraph(flow: Flow, parent: StructureElement, text: string): void {
  flow.skip(2);
  flow.setLines(
    addElement(parent, 'P'),
    flow.breakText(text, flow.area.width, styles.body),
    flow.area.left,
    styles.body,
  );
  flow.y += 6;
}

/** A paragraph that must not be overlooked: an indigo bar beside it. */
export function drawNotice(flow: Flow, parent: StructureElement, text: string): void {
  const indent = 10;
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

function drawList(flow: Flow, parent: StructureElement, items: readonly string[]): void {
  const list = addElement(parent, 'L');
  const style = styles.notice;
  for (const text of items) {
    const item = addElement(list, 'LI');
    const texts = flow.breakText(text, flow.area.width - style.size, style);
    flow.keep(Math.min(2, texts.length) * style.leading);
    placeLines(flow.canvas, addElement(item, 'Lbl'), [words.bullet], flow.area.left, flow.y, style);
    flow.setLines(addElement(item, 'LBody'), texts, flow.area.left + style.size, style);
  }
  flow.y += 6;
}
