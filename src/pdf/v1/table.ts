import { words } from '../../record/v1/layout/words.ts';
import type { SummaryBlock, SummaryColumn, SummaryRow } from '../../record/v1/summary/summary-document.ts';
import { addElement, columnHeader, rowHeader, type StructureElement } from '../document/structure-tree.ts';
import { type Flow, placeLines } from './flow.ts';
import { area, inks, lines, styles } from './styles.ts';

type TableBlock = Extract<SummaryBlock, { kind: 'table' }>;

/** A column with its place on the page, in points. */
interface Column extends SummaryColumn {
  x: number;
  width: number;
}

const paddingX = 5;
const paddingY = 4;
/** Of the line that says which table goes on. */
const continuationHeight = styles.head.leading + 3;

/**
 * Draws a table: it breaks between rows and repeats its head on each page; a row taller than a page breaks inside.
 * The caption stays with the first row.
 */
export function drawTable(flow: Flow, parent: StructureElement, block: TableBlock): void {
  const columns = placeColumns(block.columns);
  const table = addElement(parent, 'Table');
  const caption = block.caption === '' ? [] : flow.breakText(block.caption, area.width, styles.caption);
  const legend = flow.takeLegend(block.rows);
  const headHeight = measureHead(flow, columns);
  const [firstRow] = block.rows;
  const firstHeight = firstRow === undefined ? 0 : toRowHeight(breakCells(flow, columns, firstRow));

  flow.skip(14);
  const captionHeight = caption.length * styles.caption.leading + (legend === '' ? 0 : styles.meta.leading) + 4;
  flow.keep(captionHeight + headHeight + Math.min(firstHeight, 4 * styles.cell.leading));
  if (caption.length > 0 || legend !== '') {
    const element = addElement(table, 'Caption');
    flow.setLines(element, caption, area.left, styles.caption);
    if (legend !== '') flow.setLines(element, [legend], area.left, styles.meta);
    flow.y += 4;
  }
  drawHead(flow, columns, addElement(table, 'TR'));
  const goToNextPage = (): void => {
    flow.newPage();
    drawContinuation(flow, caption);
    drawHead(flow, columns, undefined);
  };
  for (const row of block.rows) drawRow(flow, columns, addElement(table, 'TR'), row, goToNextPage);
  flow.canvas.rule([area.left, flow.y], [area.right, flow.y], lines.thin, inks.frame);
  flow.y += 10;
}

/** Draws a row where it fits whole, or else over as many pages as it takes. */
function drawRow(
  flow: Flow,
  columns: readonly Column[],
  element: StructureElement,
  row: SummaryRow,
  goToNextPage: () => void,
): void {
  const elements = columns.map(({ header }) =>
    header ? addElement(element, 'TH', rowHeader) : addElement(element, 'TD'),
  );
  const cells = breakCells(flow, columns, row);
  const longest = Math.max(1, ...cells.map(({ length }) => length));
  const height = toRowHeight(cells);
  const fullPage = area.bottom - area.top - measureHead(flow, columns) - continuationHeight;
  let fitting = Math.floor((flow.room - 2 * paddingY) / styles.cell.leading);
  // A stretch of one or two lines at the foot of a page is no help to a reader.
  if (height > flow.room && (height <= fullPage || fitting < 3)) goToNextPage();
  for (let start = 0; start < longest; start += fitting) {
    if (start > 0) goToNextPage();
    fitting = Math.max(1, Math.floor((flow.room - 2 * paddingY) / styles.cell.leading));
    const part = cells.map((texts) => texts.slice(start, start + fitting));
    drawRowPart(flow, columns, elements, part, row.weight);
    // On the next page the number of the row again, for the eye only.
    const [first] = columns;
    const number = cells[0]?.[0];
    if (start > 0 && first !== undefined && number !== undefined && part[0]?.length === 0) {
      const top = flow.y - toRowHeight(part) + paddingY;
      placeLines(flow.canvas, undefined, [number], first.x + paddingX, top, { ...styles.cell, ink: inks.quiet });
    }
  }
}

function placeColumns(columns: readonly SummaryColumn[]): Column[] {
  let x: number = area.left;
  return columns.map((column) => {
    const placed = { ...column, x, width: column.share * area.width };
    x += placed.width;
    return placed;
  });
}

/** Lines of each cell; at least one, so that an empty cell keeps its height. */
function breakCells(flow: Flow, columns: readonly Column[], row: SummaryRow): string[][] {
  return columns.map(({ width }, index) => flow.breakText(row.cells[index] ?? '', width - 2 * paddingX, styles.cell));
}

function toRowHeight(cells: readonly string[][]): number {
  return Math.max(1, ...cells.map(({ length }) => length)) * styles.cell.leading + 2 * paddingY;
}

function breakLabels(flow: Flow, columns: readonly Column[]): string[][] {
  return columns.map(({ label, width }) => flow.breakText(label, width - 2 * paddingX, styles.head));
}

function measureHead(flow: Flow, columns: readonly Column[]): number {
  return Math.max(1, ...breakLabels(flow, columns).map(({ length }) => length)) * styles.head.leading + 8;
}

/** Which table goes on here. */
function drawContinuation(flow: Flow, [caption, ...more]: readonly string[]): void {
  if (caption === undefined) return;
  const text = `${caption}${more.length > 0 ? '…' : ''}${words.continued}`;
  placeLines(flow.canvas, undefined, [text], area.left, flow.y, styles.head);
  flow.y += continuationHeight;
}

/** @param row its element on the first page; repeated heads are artifacts. */
function drawHead(flow: Flow, columns: readonly Column[], row: StructureElement | undefined): void {
  const height = measureHead(flow, columns);
  const labels = breakLabels(flow, columns);
  flow.canvas.rule([area.left, flow.y], [area.right, flow.y], lines.strong, inks.indigo);
  columns.forEach(({ x }, index) => {
    const element = row && addElement(row, 'TH', columnHeader);
    placeLines(flow.canvas, element, labels[index] ?? [], x + paddingX, flow.y + 4, styles.head);
  });
  flow.y += height;
  flow.canvas.rule([area.left, flow.y], [area.right, flow.y], lines.thin, inks.frame);
}

function drawRowPart(
  flow: Flow,
  columns: readonly Column[],
  elements: readonly StructureElement[],
  cells: readonly string[][],
  weight: SummaryRow['weight'],
): void {
  const { canvas } = flow;
  const top = flow.y;
  const height = toRowHeight(cells);
  // Below the line of the row before, which it would cover.
  const groundTop = top + lines.hair;
  if (weight === 'attention') canvas.box(area.left, groundTop, area.width, height - lines.hair, { fill: inks.wash });
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
    placeLines(canvas, undefined, [mark], area.left - 13, top + paddingY, { ...styles.cell, ink });
  }
  flow.y = top + height;
  canvas.rule([area.left, flow.y], [area.right, flow.y], lines.hair, inks.line);
}

/** An answer such as `× 未実施`: what the eye looks for down the column. */
function isState(line: string): boolean {
  return /^[○×△](\s.{1,12})?$/u.test(line);
}
