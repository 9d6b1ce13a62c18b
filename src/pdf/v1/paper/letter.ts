import { balanceLines } from '../../../core/text/balance-lines.ts';
import type { SummaryBlock } from '../../../record/v1/summary/summary-document.ts';
import { addElement, rowHeader, type StructureElement } from '../../document/structure-tree.ts';
import { type Flow, placeLines } from '../flow.ts';
import { inks, lines } from '../styles.ts';
import { paperStyles } from './styles.ts';
import { setAligned } from './text.ts';

type LetterBlock = Extract<SummaryBlock, { kind: 'letter' }>;

const fromGap = 12;

/** Draws the head of a paper: mark, date, addressee, who hands it in, and the heading as its H1. */
export function drawLetter(flow: Flow, parent: StructureElement, block: LetterBlock): void {
  const { mark, date, to, from, heading } = block;
  if (mark !== '') {
    const texts = flow.breakText(mark, flow.area.width, paperStyles.body);
    flow.setLines(addElement(parent, 'P'), texts, flow.area.left, paperStyles.body);
  }
  if (date === '') flow.y += paperStyles.body.leading;
  else setAligned(flow, addElement(parent, 'P'), [date], paperStyles.body, 'end');
  if (to !== '') {
    flow.y += 12;
    const texts = flow.breakText(to, flow.area.width - 2 * paperStyles.addressee.size, paperStyles.addressee);
    flow.setLines(addElement(parent, 'P'), texts, flow.area.left + paperStyles.addressee.size, paperStyles.addressee);
  }
  if (from.length > 0) {
    flow.y += 12;
    drawFrom(flow, addElement(parent, 'Table'), from);
  }
  drawPaperTitle(flow, parent, heading);
}

/** Draws what a sheet is, in the middle: the H1. */
export function drawPaperTitle(flow: Flow, parent: StructureElement, text: string): void {
  const style = paperStyles.title;
  flow.skip(18);
  const texts = balanceLines(text, flow.area.width - 2 * style.size, (part) => flow.canvas.measure(part, style));
  // What it heads follows it.
  flow.keep(texts.length * style.leading + 60);
  setAligned(flow, addElement(parent, 'H1'), texts, style, 'center');
  flow.y += 10;
}

/** Labels and values lined up; an empty value is a line to write on. */
function drawFrom(flow: Flow, table: StructureElement, from: LetterBlock['from']): void {
  // Who hands it in stands in the right half of the page.
  const fromX = flow.area.left + flow.area.width / 2;
  const style = paperStyles.body;
  const room = flow.area.right - fromX;
  const labelWidth = Math.min(room * 0.45, Math.max(...from.map(({ label }) => flow.canvas.measure(label, style))));
  const valueX = fromX + labelWidth + fromGap;
  for (const { label, value } of from) {
    const labels = flow.breakText(label, labelWidth, style);
    const values = flow.breakText(value, flow.area.right - valueX, style);
    const height = Math.max(labels.length, values.length) * style.leading;
    flow.keep(height);
    const row = addElement(table, 'TR');
    placeLines(flow.canvas, addElement(row, 'TH', rowHeader), labels, fromX, flow.y, style);
    placeLines(flow.canvas, addElement(row, 'TD'), values, valueX, flow.y, style);
    flow.y += height + 3;
    if (value === '') flow.canvas.rule([valueX, flow.y - 4], [flow.area.right, flow.y - 4], lines.hair, inks.body);
  }
}
