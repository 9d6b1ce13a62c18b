/** A sheet as a reader of Excel and CSV files gives it: cells by row and column, both from 1, and what is merged. */
export interface TableSheet {
  name: string;
  rows: ReadonlyMap<number, ReadonlyMap<number, SheetText>>;
  merges: readonly Merge[];
}

interface SheetText {
  text: string;
  kind: 'text' | 'number' | 'date' | 'boolean' | 'error';
  /** The whole day, where the cell hides its year. */
  day?: string;
}

interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** What stands over the columns of a sheet. */
export interface SheetHead {
  /** The last row of it; what follows are entries. */
  bottom: number;
  /** By column; of a head of several rows all that stands over a column. Each once. */
  headings: ReadonlyMap<number, string>;
}

/** Rows at the top of a sheet that may be or stand before its head, and rows that one may have. */
const mostBefore = 30;
const mostDeep = 3;

/**
 * The row of a sheet that is likeliest its head.
 * @param weigh how well headings suit what is looked for; 0 for not at all
 * @returns undefined for a sheet without cells
 */
export function findHead(sheet: TableSheet, weigh: (headings: readonly string[]) => number): SheetHead | undefined {
  const rows = [...sheet.rows.keys()].sort((a, b) => a - b).slice(0, mostBefore);
  const candidates = rows.map((row) => {
    const head = headAt(sheet, row);
    const count = head.headings.size;
    return { head, weight: weigh([...head.headings.values()]), count };
  });
  const best = candidates.reduce((max, one) => (one.weight > max.weight ? one : max), candidates[0] ?? nothing);
  if (best.head && best.weight > 0) return headAt(sheet, lastUnder(sheet, best.head.bottom));
  // Nothing is known of it: the first row that is about as wide as the sheet.
  const widest = Math.max(0, ...candidates.map(({ count }) => count));
  return candidates.find(({ count }) => count > 0 && count * 2 >= widest)?.head;
}

/** The row below belongs to a head where all that stands in it stands under cells that the head holds together. */
function lastUnder({ rows, merges }: TableSheet, bottom: number): number {
  const groups = merges.filter((merge) => merge.bottom === bottom && merge.right > merge.left);
  const below = [...(rows.get(bottom + 1)?.keys() ?? [])];
  const isUnder = (column: number) => groups.some(({ left, right }) => column >= left && column <= right);
  return below.length > 0 && below.every(isUnder) ? bottom + 1 : bottom;
}

const nothing = { head: undefined, weight: 0, count: 0 };

/** The head whose last row is this one. A row above belongs to it where merged cells hold the two together. */
export function headAt(sheet: TableSheet, bottom: number): SheetHead {
  const at = lookUp(sheet);
  const columnsFrom = (top: number) => {
    const rows = Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
    const columns = rows.flatMap((row) => [...(sheet.rows.get(row)?.keys() ?? []), ...at.columnsOf(row)]);
    return [...new Set(columns)].sort((a, b) => a - b);
  };
  let top = bottom;
  while (top > 1 && bottom - top < mostDeep - 1 && isOver(sheet, top, columnsFrom(top - 1))) top -= 1;
  // Where the head is one word over some columns, the rows below leave the others empty.
  const columns = columnsFrom(top);
  const headings = new Map<number, string>();
  const counts = new Map<string, number>();
  for (const column of columns) {
    const parts = Array.from({ length: bottom - top + 1 }, (_, index) => at.text(top + index, column));
    const whole = [...new Set(parts.map((part) => part.replace(/\s+/g, ' ').trim()))].filter(Boolean).join(' ');
    if (whole === '') continue;
    const count = (counts.get(whole) ?? 0) + 1;
    counts.set(whole, count);
    headings.set(column, count > 1 ? `${whole} (${count})` : whole);
  }
  return { bottom, headings };
}

/** Whether the row above holds a group of the columns together, or reaches down into them. A title over all of them does not. */
function isOver({ merges }: TableSheet, row: number, columns: readonly number[]): boolean {
  return merges.some(({ top, left, bottom, right }) => {
    const covered = columns.filter((column) => column >= left && column <= right).length;
    if (covered === 0 || covered * 5 >= columns.length * 4) return false;
    return top < row && (bottom >= row || (bottom === row - 1 && covered > 1));
  });
}

/** Cells with what they are merged with: of a head across and down, of entries down alone. */
export function lookUp({ rows, merges }: Pick<TableSheet, 'rows' | 'merges'>): {
  text(row: number, column: number): string;
  below(row: number, column: number): SheetText | undefined;
  columnsOf(row: number): number[];
} {
  const merged = new Map<number, Map<number, Merge>>();
  let left = mostMerged;
  for (const merge of merges) {
    for (let row = merge.top; row <= merge.bottom && left > 0; row += 1) {
      const line = merged.get(row) ?? new Map<number, Merge>();
      merged.set(row, line);
      for (let column = merge.left; column <= merge.right && left > 0; column += 1, left -= 1) line.set(column, merge);
    }
  }
  const find = (row: number, column: number, isAcross: boolean) => {
    const own = rows.get(row)?.get(column);
    const merge = merged.get(row)?.get(column);
    if (own || !merge || (!isAcross && merge.left !== column)) return own;
    return rows.get(merge.top)?.get(merge.left);
  };
  return {
    text: (row, column) => find(row, column, true)?.text ?? '',
    below: (row, column) => find(row, column, false),
    columnsOf: (row) => [...(merged.get(row)?.keys() ?? [])],
  };
}

/** Cells under merged areas that are looked at; what is beyond is a mistake. */
const mostMerged = 200_000;
