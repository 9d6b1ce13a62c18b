import { balanceLines } from '../../../core/text/balance-lines.ts';
import { isLoneValue } from '../../../record/v1/layout/lone-value.ts';
import { planTable, type TablePlan } from '../../../record/v1/layout/table-plan.ts';
import type { SummaryBlock } from '../../../record/v1/summary/summary-document.ts';
import type { TextStyle } from '../../document/canvas.ts';
import { addElement, columnHeader, type StructureElement } from '../../document/structure-tree.ts';
import { type Flow, placeLines } from '../flow.ts';
import { inks, lines } from '../styles.ts';
import { type Column, drawTable, type TableLook } from '../table.ts';
import { paperStyles, toCellStyle } from './styles.ts';

type FieldsBlock = Extract<SummaryBlock, { kind: 'fields' }>;
type TableBlock = Extract<SummaryBlock, { kind: 'table' }>;

/** Height that a hand needs to write in, in points: 8.5 mm. */
const writingHeight = 24;
const labelShare = 0.28;

/** Draws a table with lines all round and room to write where nothing stands. */
export function drawPaperTable(flow: Flow, parent: StructureElement, block: TableBlock, after: number): void {
  const plan = planTable(block.columns, flow.area.width > flow.area.bottom);
  const columns = block.columns.map((column, index) => ({ ...column, share: plan.shares[index] ?? column.share }));
  drawTable(flow, parent, { ...block, columns }, toLook(plan), after);
}

/** Draws labels and values as such a table without a head; a value under its own name stands alone. */
export function drawPaperFields(
  flow: Flow,
  parent: StructureElement,
  { caption, rows }: FieldsBlock,
  after: number,
): void {
  const hasLabels = !isLoneValue(caption, rows);
  const value = { label: '', share: hasLabels ? 1 - labelShare : 1 };
  const columns = hasLabels ? [{ label: '', share: labelShare, header: true as const }, value] : [value];
  const cells = rows.map((row) => (hasLabels ? [row.label, row.value] : [row.value]));
  drawTable(
    flow,
    parent,
    { caption, columns, rows: cells.map((texts) => ({ cells: texts, weight: 'plain' })), headless: true },
    toLook(planTable(columns, false)),
    after,
  );
}

function toLook({ size, padding: paddingX }: TablePlan): TableLook {
  const cell = toCellStyle(size);
  return {
    caption: paperStyles.caption,
    cell,
    head: cell,
    paddingX,
    paddingY: 4,
    breakLabel: (flow, label, width) => balanceLines(label, width, (part) => flow.canvas.measure(part, cell)),
    leastHeight: (cells) => (cells.some((texts) => texts.join('') === '') ? writingHeight : 0),
    legendHeight: 0,
    toLegend: () => '',
    drawHead: (flow, columns, labels, row, height) => drawHead(flow, columns, labels, row, height, cell),
    drawRow(flow, columns, elements, cells, { height }) {
      const longest = Math.max(1, ...cells.map(({ length }) => length));
      // In the middle of its height, all on one line.
      const top = flow.y + (height - longest * cell.leading) / 2;
      columns.forEach(({ x, width, header }, index) => {
        if (header) flow.canvas.box(x, flow.y, width, height, { fill: inks.wash });
        placeLines(flow.canvas, elements[index], cells[index] ?? [], x + paddingX, top, cell);
      });
      drawGrid(flow, columns, height);
      flow.y += height;
    },
    drawEnd: () => {},
  };
}

/** Labels in the middle of their cells. @param row its element on the first page; repeated heads are artifacts. */
function drawHead(
  flow: Flow,
  columns: readonly Column[],
  labels: readonly string[][],
  row: StructureElement | undefined,
  height: number,
  style: TextStyle,
): void {
  const { canvas } = flow;
  canvas.box(flow.area.left, flow.y, flow.area.width, height, { fill: inks.wash });
  columns.forEach(({ x, width }, index) => {
    const element = row && addElement(row, 'TH', columnHeader);
    const texts = labels[index] ?? [];
    const top = flow.y + (height - texts.length * style.leading) / 2;
    texts.forEach((text, line) => {
      const textX = x + (width - canvas.measure(text.trimEnd(), style)) / 2;
      placeLines(canvas, element, [text], textX, top + line * style.leading, style);
    });
  });
  drawGrid(flow, columns, height);
  flow.y += height;
}

/** Lines all round a row and between its cells. */
function drawGrid(flow: Flow, columns: readonly Column[], height: number): void {
  const { canvas, y } = flow;
  canvas.box(flow.area.left, y, flow.area.width, height, { outline: inks.body, thickness: lines.thin });
  for (const { x } of columns.slice(1)) canvas.rule([x, y], [x, y + height], lines.hair, inks.body);
}
