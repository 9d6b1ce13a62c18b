import { words } from '../../record/v1/layout/words.ts';
import type { SummaryColumn, SummaryRow } from '../../record/v1/summary/summary-document.ts';
import type { TextStyle } from '../document/canvas.ts';
import { addElement, rowHeader, type StructureElement } from '../document/structure-tree.ts';
import { type Flow, placeLines } from './flow.ts';
import { type Area, inks, styles } from './styles.ts';

/** What a table says. */
export interface TableContent {
  caption: string;
  columns: SummaryColumn[];
  rows: SummaryRow[];
  /** Its columns have no labels. */
  headless?: true;
}

/** A column with its place on the page, in points. */
export interface Column extends SummaryColumn {
  x: number;
  width: number;
}

/** How tables look; where they break is the same for all. */
export interface TableLook {
  caption: TextStyle;
  head: TextStyle;
  cell: TextStyle;
  paddingX: number;
  paddingY: number;
  /** Lines of a column's label. */
  breakLabel(flow: Flow, label: string, width: number): string[];
  /** Least height of a row with these lines in its cells, which a row broken over pages need not keep. */
  leastHeight(cells: readonly string[][]): number;
  /** Most height of what stands under the caption. */
  legendHeight: number;
  /** What stands under the caption; empty for nothing. */
  toLegend(flow: Flow, rows: readonly SummaryRow[]): string;
  /** Draws the head and moves down. @param row its element on the first page; repeated heads are artifacts. */
  drawHead(
    flow: Flow,
    columns: readonly Column[],
    labels: readonly string[][],
    row: StructureElement | undefined,
    height: number,
  ): void;
  /** Draws a row, or what of it fits on a page, and moves down. */
  drawRow(
    flow: Flow,
    columns: readonly Column[],
    elements: readonly StructureElement[],
    cells: readonly string[][],
    row: { weight: SummaryRow['weight']; height: number },
  ): void;
  drawEnd(flow: Flow): void;
}

/** Of the line that says which table goes on. */
const continuationHeight = styles.head.leading + 3;

/**
 * Draws a table: it breaks between rows and repeats its head on each page; a row taller than a page breaks inside.
 * The caption stays with the first row.
 * @param after height of what stays with the last row
 */
export function drawTable(
  flow: Flow,
  parent: StructureElement,
  content: TableContent,
  look: TableLook,
  after = 0,
): void {
  const columns = placeColumns(content.columns, flow.area);
  const table = addElement(parent, 'Table');
  const caption = toCaption(flow, content, look);
  const legend = look.toLegend(flow, content.rows);
  const labels = toLabels(flow, content, columns, look);
  const headHeight = toHeadHeight(labels, look);

  flow.skip(gapAbove);
  flow.keep(toTableBegin(flow, content, look) - gapAbove + (content.rows.length === 1 ? after : 0));
  if (caption.length > 0 || legend !== '') {
    const element = addElement(table, 'Caption');
    flow.setLines(element, caption, flow.area.left, look.caption);
    if (legend !== '') flow.setLines(element, [legend], flow.area.left, styles.meta);
    flow.y += 4;
  }
  if (!content.headless) look.drawHead(flow, columns, labels, addElement(table, 'TR'), headHeight);
  const goToNextPage = (): void => {
    flow.newPage();
    drawContinuation(flow, caption);
    if (!content.headless) look.drawHead(flow, columns, labels, undefined, headHeight);
  };
  const fullPage = toFullPage(flow, headHeight);
  content.rows.forEach((row, index) => {
    const cells = breakCells(flow, columns, row.cells, look);
    const isLast = index > 0 && index === content.rows.length - 1;
    if (isLast && after > 0 && toRowHeight(cells, look) + after > flow.room) goToNextPage();
    drawRow(flow, columns, addElement(table, 'TR'), { cells, weight: row.weight }, look, fullPage, goToNextPage);
  });
  look.drawEnd(flow);
  flow.y += 10;
}

const gapAbove = 14;

/**
 * How much room the beginning of a table takes with the white above it, in points: caption, head and the first row, of which
 * a few lines are enough where no page holds the whole of it.
 */
export function toTableBegin(flow: Flow, content: TableContent, look: TableLook): number {
  const columns = placeColumns(content.columns, flow.area);
  const headHeight = toHeadHeight(toLabels(flow, content, columns, look), look);
  const caption = toCaption(flow, content, look).length * look.caption.leading + look.legendHeight + 4;
  const [row] = content.rows;
  const whole = row === undefined ? 0 : toRowHeight(breakCells(flow, columns, row.cells, look), look);
  const fits = caption + whole <= toFullPage(flow, headHeight);
  return gapAbove + caption + headHeight + (fits ? whole : 4 * look.cell.leading);
}

function toCaption(flow: Flow, { caption }: TableContent, look: TableLook): string[] {
  return caption === '' ? [] : flow.breakText(caption, flow.area.width, look.caption);
}

function toLabels(flow: Flow, { headless }: TableContent, columns: readonly Column[], look: TableLook): string[][] {
  return headless ? [] : columns.map(({ label, width }) => look.breakLabel(flow, label, width - 2 * look.paddingX));
}

function toHeadHeight(labels: readonly string[][], look: TableLook): number {
  return labels.length === 0 ? 0 : Math.max(1, ...labels.map(({ length }) => length)) * look.head.leading + 8;
}

/** Room for a row on a page of its own. */
function toFullPage({ area }: Flow, headHeight: number): number {
  return area.bottom - area.top - headHeight - continuationHeight;
}

/** Draws a row where it fits whole, or else over as many pages as it takes. @param fullPage room of an empty page */
function drawRow(
  flow: Flow,
  columns: readonly Column[],
  element: StructureElement,
  { cells, weight }: { cells: readonly string[][]; weight: SummaryRow['weight'] },
  look: TableLook,
  fullPage: number,
  goToNextPage: () => void,
): void {
  const { cell, paddingX, paddingY } = look;
  const elements = columns.map(({ header }) =>
    header ? addElement(element, 'TH', rowHeader) : addElement(element, 'TD'),
  );
  const longest = Math.max(1, ...cells.map(({ length }) => length));
  const height = toRowHeight(cells, look);
  let fitting = Math.floor((flow.room - 2 * paddingY) / cell.leading);
  // A stretch of one or two lines at the foot of a page is no help to a reader.
  if (height > flow.room && (height <= fullPage || fitting < 3)) goToNextPage();
  for (let start = 0; start < longest; start += fitting) {
    if (start > 0) goToNextPage();
    fitting = Math.max(1, Math.floor((flow.room - 2 * paddingY) / cell.leading));
    const isWhole = start === 0 && fitting >= longest;
    const part = cells.map((texts) => texts.slice(start, start + fitting));
    const partHeight = isWhole ? height : toTextHeight(part, look);
    look.drawRow(flow, columns, elements, part, { weight, height: partHeight });
    // On the next page the number of the row again, for the eye only.
    const [first] = columns;
    const number = cells[0]?.[0];
    if (start > 0 && first !== undefined && number !== undefined && part[0]?.length === 0) {
      const top = flow.y - partHeight + paddingY;
      placeLines(flow.canvas, undefined, [number], first.x + paddingX, top, { ...cell, ink: inks.quiet });
    }
  }
}

function placeColumns(columns: readonly SummaryColumn[], area: Area): Column[] {
  let x = area.left;
  return columns.map((column) => {
    const placed = { ...column, x, width: column.share * area.width };
    x += placed.width;
    return placed;
  });
}

/** Lines of each cell; at least one, so that an empty cell keeps its height. */
function breakCells(flow: Flow, columns: readonly Column[], texts: readonly string[], look: TableLook): string[][] {
  return columns.map(({ width }, index) => flow.breakText(texts[index] ?? '', width - 2 * look.paddingX, look.cell));
}

function toTextHeight(cells: readonly string[][], { cell, paddingY }: TableLook): number {
  return Math.max(1, ...cells.map(({ length }) => length)) * cell.leading + 2 * paddingY;
}

function toRowHeight(cells: readonly string[][], look: TableLook): number {
  return Math.max(toTextHeight(cells, look), look.leastHeight(cells));
}

/** Which table goes on here. */
function drawContinuation(flow: Flow, [caption, ...more]: readonly string[]): void {
  if (caption === undefined) return;
  const text = `${caption}${more.length > 0 ? '…' : ''}${words.continued}`;
  placeLines(flow.canvas, undefined, [text], flow.area.left, flow.y, styles.head);
  flow.y += continuationHeight;
}
