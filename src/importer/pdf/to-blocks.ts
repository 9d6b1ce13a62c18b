import type { Block, Cell, Line, Table } from '../model/block.ts';
import { type Row, type Segment, textOf } from './page-rows.ts';

/** A line of a PDF with where its letters end, so that what fills the page's width can be told. */
export interface PlacedLine extends Line {
  x: number;
  right: number;
  size: number;
  /** Parts of it with wide gaps between: more than one are cells, not prose. */
  parts: number;
}

/** A gap this much higher than the usual one is an empty line. */
const tallGap = 1.5;

/** The rows of all pages as lines and tables. */
export function toBlocks(pages: Row[][]): (PlacedLine | Table)[] {
  const pitch = usualPitch(pages);
  const left = edgeOf(pages, ({ segments }) => segments[0]?.x ?? 0, 0.05);
  const blocks: (PlacedLine | Table)[] = [];
  for (const rows of pages) {
    let count = 0;
    let before: Row | undefined;
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index];
      if (!row) continue;
      const after =
        blocks.length === 0
          ? undefined
          : before === undefined
            ? 'page'
            : isApart(before, row, pitch)
              ? 'blank'
              : undefined;
      const length = tableLength(rows, index, pitch);
      count += 1;
      if (length > 1) {
        const table = toTable(rows.slice(index, index + length), count);
        blocks.push(after ? { ...table, after } : table);
        index += length - 1;
        count += length - 1;
      } else {
        const line = toLine(row, count, left);
        blocks.push(after ? { ...line, after } : line);
      }
      before = rows[index];
    }
  }
  return blocks;
}

/** A column that begins anew lies above the row before it. */
function isApart(before: Row, row: Row, pitch: number): boolean {
  const gap = row.y - before.y;
  return gap > pitch * tallGap && gap > Math.max(row.size, before.size) * 1.9;
}

function usualPitch(pages: Row[][]): number {
  const gaps = pages
    .flatMap((rows) => rows.slice(1).map((row, index) => row.y - (rows[index]?.y ?? 0)))
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 4)] ?? Number.POSITIVE_INFINITY;
}

/** An edge of the text: the value that only a share of the rows lies beyond. */
export function edgeOf(pages: Row[][], value: (row: Row) => number, share: number): number {
  const values = pages
    .flat()
    .map(value)
    .sort((a, b) => a - b);
  return values[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
}

function toLine(row: Row, line: number, left: number): PlacedLine {
  const x = row.segments[0]?.x ?? 0;
  const depth = Math.floor((x - left) / (row.size * 2));
  return {
    kind: 'line',
    text: textOf(row),
    ...(depth > 0 ? { depth: Math.min(9, depth) } : {}),
    spot: { page: row.page, line },
    x,
    right: row.segments.at(-1)?.right ?? 0,
    size: row.size,
    parts: row.segments.length,
  };
}

const aligned = (a: Segment | undefined, b: Segment | undefined, size: number) =>
  a !== undefined && b !== undefined && (Math.abs(a.x - b.x) < size || Math.abs(a.right - b.right) < size * 0.5);

/** How many rows from here on make a table: as many segments in each, standing below one another. */
function tableLength(rows: Row[], from: number, pitch: number): number {
  const first = rows[from];
  if (!first || first.segments.length < 2) return 1;
  let length = 1;
  for (const row of rows.slice(from + 1)) {
    const above = rows[from + length - 1];
    if (!above) break;
    const same = row.segments.length === first.segments.length;
    const below = same && row.segments.every((segment, index) => aligned(segment, first.segments[index], row.size));
    if (!(below && row.y - above.y <= pitch * 4) && !wrapsCell(row, above, first)) break;
    length += 1;
  }
  return length;
}

/** Whether a row is but the second line of cells above it: close below them, and nothing in the first column. */
function wrapsCell(row: Row, above: Row, first: Row): boolean {
  if (row.segments.length >= first.segments.length || row.y - above.y > row.size * 1.7) return false;
  return row.segments.every((segment) => columnOf(segment, first, row.size) > 0);
}

/** The column a segment begins in, -1 where in none. */
function columnOf({ x }: Segment, first: Row, size: number): number {
  return first.segments.findIndex((column) => Math.abs(column.x - x) < size * 0.5);
}

function toTable(rows: Row[], line: number): Table {
  const cell = ({ text }: Segment, row: Row, at: number): Cell => ({
    lines: [{ kind: 'line', text: text.trim(), spot: { page: row.page, line: line + at } }],
    columns: 1,
    rows: 1,
  });
  const [first] = rows;
  const cells: Cell[][] = [];
  rows.forEach((row, at) => {
    const made = row.segments.map((segment) => cell(segment, row, at));
    const above = cells.at(-1);
    if (!first || !above || row.segments.length === first.segments.length) cells.push(made);
    else
      row.segments.forEach((segment, index) => {
        above[columnOf(segment, first, row.size)]?.lines.push(...(made[index]?.lines ?? []));
      });
  });
  return { kind: 'table', rows: cells, spot: { page: first?.page ?? 1, line } };
}

/** A line without the places that only the PDF knows. */
export function asLine(block: PlacedLine | Table): Block {
  if (block.kind === 'table') return block;
  const { x: _x, right: _right, size: _size, parts: _parts, ...line } = block;
  return line;
}
