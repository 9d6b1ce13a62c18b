import { isMarkCell } from '../text/tables.ts';

/** A run of letters on a page: points from the left and from the top. */
export interface Run {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

/** Letters beside one another without a wide gap: a whole line of prose, or one cell of a row. */
export interface Segment {
  text: string;
  x: number;
  right: number;
}

/** What stands at one height of a page. */
export interface Row {
  segments: Segment[];
  y: number;
  size: number;
  page: number;
}

/** Gap, in letters of the line's size, that parts cells or columns. */
const wideGap = 1.8;

/** The runs of a page as rows from above, each with its segments from the left. */
export function toRows(runs: Run[], page: number): Row[] {
  const rows: Run[][] = [];
  for (const run of runs.filter(({ text }) => text.trim() !== '').sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    const base = row?.[0];
    if (row && base && Math.abs(run.y - base.y) < Math.max(base.size, run.size) * 0.5) row.push(run);
    else rows.push([run]);
  }
  return rows.map((row) => toRow(row, page));
}

function toRow(runs: Run[], page: number): Row {
  const sorted = runs.sort((a, b) => a.x - b.x);
  const size = Math.max(...sorted.map((run) => run.size));
  const segments: Segment[] = [];
  for (const run of sorted) {
    const last = segments.at(-1);
    const gap = last ? run.x - last.right : 0;
    if (last && gap < wideGap * size) {
      last.text += (gap > size * 0.2 ? ' ' : '') + run.text;
      last.right = Math.max(last.right, run.x + run.width);
    } else segments.push({ text: run.text, x: run.x, right: run.x + run.width });
  }
  const [number, words] = segments;
  if (segments.length === 2 && number && words && isMarkCell(number.text)) {
    segments.splice(0, 2, { text: `${number.text} ${words.text}`, x: number.x, right: words.right });
  }
  return { segments, y: sorted[0]?.y ?? 0, size, page };
}

/** The letters of a row, a blank where a wide gap is. */
export function textOf(row: Row): string {
  return row.segments.map(({ text }) => text.trim()).join(' ');
}
