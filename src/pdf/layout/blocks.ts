import type { SummaryBlock } from '../../core/summary/summary-document.ts';
import { addElement, type StructureElement } from '../document/structure-tree.ts';
import { words } from '../words.ts';
import { type Flow, placeLines } from './flow.ts';
import { area, inks, lines, styles } from './styles.ts';
import { drawTable } from './table.ts';

/** Draws one block of a summary from the flow's place on. */
export function drawBlock(flow: Flow, parent: StructureElement, block: SummaryBlock): void {
  switch (block.kind) {
    case 'heading':
      return drawHeading(flow, parent, block.text);
    case 'paragraph':
      return block.tone === 'notice' ? drawNotice(flow, parent, block.text) : drawParagraph(flow, parent, block.text);
    case 'list':
      return drawList(flow, parent, block.items);
    case 'fields':
      return drawFields(flow, parent, block);
    case 'table':
      return drawTable(flow, parent, block);
    case 'seal':
      return drawSeal(flow, parent, block.labels);
  }
}

export function drawHeading(flow: Flow, parent: StructureElement, text: string): void {
  const texts = flow.breakText(text, area.width, styles.heading);
  flow.skip(14);
  // Never the last thing on a page.
  flow.keep(texts.length * styles.heading.leading + 60);
  flow.setLines(addElement(parent, 'H2'), texts, area.left, styles.heading);
  flow.y += 4;
}

export function drawParagraph(flow: Flow, parent: StructureElement, text: string): void {
  flow.skip(2);
  flow.setLines(addElement(parent, 'P'), flow.breakText(text, area.width, styles.body), area.left, styles.body);
  flow.y += 6;
}

/** A paragraph that must not be overlooked: an indigo bar beside it. */
export function drawNotice(flow: Flow, parent: StructureElement, text: string): void {
  const indent = 10;
  flow.skip(4);
  flow.setLines(
    addElement(parent, 'P'),
    flow.breakText(text, area.width - indent, styles.notice),
    area.left + indent,
    styles.notice,
    (y, height) => flow.canvas.box(area.left, y + 1.5, 2, height - 3, { fill: inks.indigo }),
  );
  flow.y += 8;
}

function drawList(flow: Flow, parent: StructureElement, items: readonly string[]): void {
  const list = addElement(parent, 'L');
  const indent = styles.body.size;
  for (const text of items) {
    const item = addElement(list, 'LI');
    flow.keep(2 * styles.body.leading);
    placeLines(flow.canvas, addElement(item, 'Lbl'), [words.bullet], area.left, flow.y, styles.body);
    const texts = flow.breakText(text, area.width - indent, styles.body);
    flow.setLines(addElement(item, 'LBody'), texts, area.left + indent, styles.body);
  }
  flow.y += 6;
}

/** Labels in the margin column, values beside the line, as everywhere in kitei. */
export function drawFields(
  flow: Flow,
  parent: StructureElement,
  block: Extract<SummaryBlock, { kind: 'fields' }>,
): void {
  const labelWidth = 104;
  const valueX = area.left + labelWidth + 10;
  const padding = 3.5;
  const table = addElement(parent, 'Table');
  flow.skip(12);
  if (block.caption !== '') {
    flow.keep(styles.caption.leading + 3 * styles.body.leading);
    const caption = flow.breakText(block.caption, area.width, styles.caption);
    flow.setLines(addElement(table, 'Caption'), caption, area.left, styles.caption);
    flow.y += 3;
  }
  flow.canvas.rule([area.left, flow.y], [area.right, flow.y], lines.strong, inks.indigo);
  for (const { label, value } of block.rows) {
    const labels = flow.breakText(label, labelWidth - 6, styles.label);
    const values = flow.breakText(value, area.right - valueX, styles.body);
    flow.keep(2 * padding + Math.min(3, values.length) * styles.body.leading);
    const row = addElement(table, 'TR');
    const header = addElement(row, 'TH', { attributes: '<< /O /Table /Scope /Row >>' });
    const top = flow.y;
    const page = flow.canvas.page;
    placeLines(flow.canvas, header, labels, area.left, top + padding + 0.6, styles.label);
    flow.y += padding;
    flow.setLines(addElement(row, 'TD'), values, valueX, styles.body, (y, height) =>
      flow.canvas.rule([valueX - 10, y - padding], [valueX - 10, y + height + padding], lines.hair, inks.line),
    );
    const labelEnd = flow.canvas.page === page ? top + padding + labels.length * styles.label.leading : flow.y;
    flow.y = Math.max(flow.y, labelEnd) + padding;
    flow.canvas.rule([area.left, flow.y], [area.right, flow.y], lines.hair, inks.line);
  }
  flow.y += 8;
}

/** An empty box for 記名・押印 on paper. */
function drawSeal(flow: Flow, parent: StructureElement, labels: readonly string[]): void {
  const rowHeight = 34;
  const width = 300;
  const x = area.right - width;
  flow.skip(14);
  flow.keep(labels.length * rowHeight);
  const top = flow.y;
  labels.forEach((label, index) => {
    const y = top + index * rowHeight;
    if (index > 0) flow.canvas.rule([x, y], [x + width, y], lines.hair, inks.line);
    const texts = flow.breakText(label, width - 20, styles.label);
    placeLines(flow.canvas, addElement(parent, 'P'), texts, x + 8, y + 3, styles.label);
  });
  flow.canvas.box(x, top, width, labels.length * rowHeight, { outline: inks.frame, thickness: lines.thin });
  flow.y = top + labels.length * rowHeight + 10;
}
