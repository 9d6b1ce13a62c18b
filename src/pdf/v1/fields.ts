import type { SummaryBlock } from '../../record/v1/summary/summary-document.ts';
import { addElement, columnHeader, rowHeader, type StructureElement } from '../document/structure-tree.ts';
import { type Flow, placeLines } from './flow.ts';
import { inks, lines, styles } from './styles.ts';

type FieldsBlock = Extract<SummaryBlock, { kind: 'fields' }>;

const labelWidth = 104;
const gap = 10;
const padding = 3;

/**
 * Draws labels and values: figures side by side, anything else one under another.
 * @param after height of what stays with the last of them, in points
 */
export function drawFields(flow: Flow, parent: StructureElement, block: FieldsBlock, after = 0): void {
  const table = addElement(parent, 'Table');
  const caption = block.caption === '' ? [] : flow.breakText(block.caption, flow.area.width, styles.caption);
  flow.skip(12);
  const isShort = block.rows.length === 1 || areFigures(block.rows);
  flow.keep(caption.length * styles.caption.leading + 3 * styles.body.leading + (isShort ? after : 0));
  if (caption.length > 0) {
    flow.setLines(addElement(table, 'Caption'), caption, flow.area.left, styles.caption);
    flow.y += 3;
  }
  flow.canvas.rule([flow.area.left, flow.y], [flow.area.right, flow.y], lines.strong, inks.indigo);
  if (areFigures(block.rows)) drawFigures(flow, table, block.rows);
  else
    for (const [index, row] of block.rows.entries())
      drawField(flow, table, row, index > 0 && index === block.rows.length - 1 ? after + 8 : 0);
  flow.y += 8;
}

/** Counts such as `18 / 20`: few and short enough to stand side by side. */
export function areFigures(rows: FieldsBlock['rows']): boolean {
  return rows.length > 1 && rows.length <= 6 && rows.every(({ value }) => /^[0-9][0-9 /,.%]{0,11}$/.test(value));
}

function drawFigures(flow: Flow, table: StructureElement, rows: FieldsBlock['rows']): void {
  const width = flow.area.width / rows.length;
  const labels = rows.map(({ label }) => flow.breakText(label, width - 2 * gap, styles.head));
  const labelHeight = Math.max(...labels.map(({ length }) => length)) * styles.head.leading;
  const height = labelHeight + styles.figure.leading + 10;
  const heads = addElement(table, 'TR');
  const values = addElement(table, 'TR');
  rows.forEach(({ value }, index) => {
    const x = flow.area.left + index * width;
    const textX = index === 0 ? x : x + gap;
    const head = addElement(heads, 'TH', columnHeader);
    placeLines(flow.canvas, head, labels[index] ?? [], textX, flow.y + 5, styles.head);
    placeLines(flow.canvas, addElement(values, 'TD'), [value], textX, flow.y + 5 + labelHeight, styles.figure);
    if (index > 0) flow.canvas.rule([x, flow.y], [x, flow.y + height], lines.hair, inks.line);
  });
  flow.y += height;
  flow.canvas.rule([flow.area.left, flow.y], [flow.area.right, flow.y], lines.hair, inks.line);
}

/** Label in the margin column, value beside the line, as everywhere in kitei; a long value goes on on the next page. */
function drawField(
  flow: Flow,
  table: StructureElement,
  { label, value }: FieldsBlock['rows'][number],
  after: number,
): void {
  const valueX = flow.area.left + labelWidth + gap;
  const labels = flow.breakText(label, labelWidth - 6, styles.label);
  const values = flow.breakText(value, flow.area.right - valueX, styles.body);
  flow.keep(
    2 * padding +
      Math.max(Math.min(3, values.length) * styles.body.leading, labels.length * styles.label.leading) +
      after,
  );
  const row = addElement(table, 'TR');
  const header = addElement(row, 'TH', rowHeader);
  const labelEnd = flow.y + 2 * padding + labels.length * styles.label.leading;
  const page = flow.canvas.page;
  // The label's baseline is the value's.
  placeLines(flow.canvas, header, labels, flow.area.left, flow.y + padding + 0.7, styles.label);
  flow.y += padding;
  flow.setLines(addElement(row, 'TD'), values, valueX, styles.body, (y, height) =>
    flow.canvas.rule([valueX - gap, y - padding], [valueX - gap, y + height + padding], lines.hair, inks.line),
  );
  flow.y += padding;
  if (flow.canvas.page === page) flow.y = Math.max(flow.y, labelEnd);
  flow.canvas.rule([flow.area.left, flow.y], [flow.area.right, flow.y], lines.hair, inks.line);
}
