import { splitSealLabels } from '../../record/v1/layout/seal-labels.ts';
import type { SummaryBlock } from '../../record/v1/summary/summary-document.ts';
import type { Ink } from '../document/canvas.ts';
import { addElement, type StructureElement } from '../document/structure-tree.ts';
import { type Flow, placeLines } from './flow.ts';
import { inks, lines, styles } from './styles.ts';

type SealBlock = Extract<SummaryBlock, { kind: 'seal' }>;

const rowHeight = 28;
const width = 340;
const sealSide = 84;
const gapAbove = 16;
/** White below a box, where something follows it. */
export const sealGap = 10;

/**
 * Draws an empty box for 記名・押印 on paper: a line to write on for each label, and a square for the seal beside them
 * when a label asks for one; above it whose it is.
 * @param ink of its lines and words, where they are not grey
 */
export function drawSeal(
  flow: Flow,
  parent: StructureElement,
  { labels, caption }: Pick<SealBlock, 'labels' | 'caption'>,
  ink?: Ink,
): void {
  const { sealLabel, written } = splitSealLabels(labels);
  const height = toBoxHeight(labels);
  const edge = sealLabel === undefined ? flow.area.right : flow.area.right - Math.max(sealSide, height);
  const left = written.length === 0 ? edge : flow.area.right - width;
  const style = ink === undefined ? styles.label : { ...styles.label, ink };
  const captions = caption === undefined ? [] : flow.breakText(caption, flow.area.right - left, styles.body);
  flow.skip(gapAbove);
  flow.keep(height + captions.length * styles.body.leading);
  if (captions.length > 0) flow.setLines(addElement(parent, 'P'), captions, left, styles.body);
  const top = flow.y;
  const place = (label: string, x: number, y: number, room: number): void =>
    placeLines(flow.canvas, addElement(parent, 'P'), flow.breakText(label, room, style), x + 8, y + 3, style);

  written.forEach((label, index) => {
    const y = top + (index * height) / written.length;
    if (index > 0) flow.canvas.rule([left, y], [edge, y], lines.hair, ink ?? inks.line);
    place(label, left, y, edge - left - 16);
  });
  if (sealLabel !== undefined) {
    flow.canvas.rule([edge, top], [edge, top + height], lines.hair, ink ?? inks.frame);
    place(sealLabel, edge, top, flow.area.right - edge - 16);
  }
  flow.canvas.box(left, top, flow.area.right - left, height, { outline: ink ?? inks.frame, thickness: lines.thin });
  flow.y = top + height + sealGap;
}

/** About how high a box is with the white above it, in points. */
export function toSealHeight({ labels, caption }: Pick<SealBlock, 'labels' | 'caption'>): number {
  return gapAbove + toBoxHeight(labels) + (caption === undefined ? 0 : styles.body.leading);
}

function toBoxHeight(labels: readonly string[]): number {
  const { sealLabel, written } = splitSealLabels(labels);
  return Math.max(written.length * rowHeight, sealLabel === undefined ? 0 : sealSide);
}
