import { words } from '../../record/v1/layout/words.ts';
import type { SummaryRow } from '../../record/v1/summary/summary-document.ts';
import { addElement, columnHeader, type StructureElement } from '../document/structure-tree.ts';
import { type Flow, placeLines } from './flow.ts';
import { inks, lines, styles } from './styles.ts';
import type { Column, TableLook } from './table.ts';

const paddingX = 5;
const paddingY = 4;

/** A table with rules between its rows and marks in the margin; what is not a paper has this. */
export const ruledTable: TableLook = {
  caption: styles.caption,
  head: styles.head,
  cell: styles.cell,
  paddingX,
  paddingY,
  breakLabel: (flow, label, width) => flow.breakText(label, width, styles.head),
  leastHeight: () => 0,
  legendHeight: styles.meta.leading,
  toLegend: (flow, rows) => flow.takeLegend(rows),
  drawHead(flow, columns, labels, row, height) {
    flow.canvas.rule([flow.area.left, flow.y], [flow.area.right, flow.y], lines.strong, inks.indigo);
    columns.forEach(({ x }, index) => {
      const element = row && addElement(row, 'TH', columnHeader);
      placeLines(flow.canvas, element, labels[index] ?? [], x + paddingX, flow.y + 4, styles.head);
    });
    flow.y += height;
    flow.canvas.rule([flow.area.left, flow.y], [flow.area.right, flow.y], lines.thin, inks.frame);
  },
  drawRow,
  drawEnd(flow) {
    flow.canvas.rule([flow.area.left, flow.y], [flow.area.right, flow.y], lines.thin, inks.frame);
  },
};

function drawRow(
  flow: Flow,
  columns: readonly Column[],
  elements: readonly StructureElement[],
  cells: readonly string[][],
  { weight, height }: { weight: SummaryRow['weight']; height: number },
): void {
  const { canvas } = flow;
  const top = flow.y;
  // Below the line of the row before, which it would cover.
  const groundTop = top + lines.hair;
  if (weight === 'attention')
    canvas.box(flow.area.left, groundTop, flow.area.width, height - lines.hair, { fill: inks.wash });
  columns.forEach(({ x, width, header }, index) => {
    const texts = cells[index] ?? [];
    const [first = '', ...others] = texts;
    if (isState(first)) {
      placeLines(canvas, elements[index], [first], x + paddingX, top + paddingY, styles.state);
      placeLines(canvas, elements[index], others, x + paddingX, top + paddingY + styles.cell.leading, styles.cell);
    } else placeLines(canvas, elements[index], texts, x + paddingX, top + paddingY, styles.cell);
    if (header) canvas.rule([x + width, top], [x + width, top + height], lines.hair, inks.line);
  });
  // In the margin, where the eye runs down; the word stands in the row.
  if (weight !== 'plain') {
    const [mark, ink] = weight === 'attention' ? [words.attentionMark, inks.attention] : [words.openMark, inks.open];
    placeLines(canvas, undefined, [mark], flow.area.left - 13, top + paddingY, { ...styles.cell, ink });
  }
  flow.y = top + height;
  canvas.rule([flow.area.left, flow.y], [flow.area.right, flow.y], lines.hair, inks.line);
}

/** An answer such as `× 未実施`: what the eye looks for down the column. */
function isState(line: string): boolean {
  return /^[○×△](\s.{1,12})?$/u.test(line);
}
