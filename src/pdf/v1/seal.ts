import { addElement, type StructureElement } from '../document/structure-tree.ts';
import { type Flow, placeLines } from './flow.ts';
import { area, inks, lines, styles } from './styles.ts';

const rowHeight = 32;
const width = 340;
const sealSide = 84;

/**
 * Draws an empty box for 記名・押印 on paper: a line to write on for each label, and a square for the seal beside them
 * when a label asks for one.
 */
export function drawSeal(flow: Flow, parent: StructureElement, labels: readonly string[]): void {
  const { sealLabel, written } = splitSealLabels(labels);
  const height = Math.max(written.length * rowHeight, sealLabel === undefined ? 0 : sealSide);
  const left = area.right - width;
  const edge = sealLabel === undefined ? area.right : area.right - Math.max(sealSide, height);
  flow.skip(16);
  flow.keep(height);
  const top = flow.y;
  const place = (label: string, x: number, y: number, room: number): void =>
    placeLines(
      flow.canvas,
      addElement(parent, 'P'),
      flow.breakText(label, room, styles.label),
      x + 8,
      y + 3,
      styles.label,
    );

  written.forEach((label, index) => {
    const y = top + (index * height) / written.length;
    if (index > 0) flow.canvas.rule([left, y], [edge, y], lines.hair, inks.line);
    place(label, left, y, edge - left - 16);
  });
  if (sealLabel !== undefined) {
    flow.canvas.rule([edge, top], [edge, top + height], lines.hair, inks.frame);
    place(sealLabel, edge, top, area.right - edge - 16);
  }
  flow.canvas.box(left, top, width, height, { outline: inks.frame, thickness: lines.thin });
  flow.y = top + height + 10;
}

/** What is written on the lines, and what is pressed into the square beside them, if anything. */
export function splitSealLabels(labels: readonly string[]): { written: string[]; sealLabel: string | undefined } {
  const sealLabel = labels.find((label) => label.includes('印'));
  return { written: labels.filter((label) => label !== sealLabel), sealLabel };
}
