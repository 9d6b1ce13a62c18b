import type { Row, Segment } from './page-rows.ts';

/**
 * The rows of a page in reading order: where a page is set in two columns, the left one before the right. It is when most rows have
 * a segment on both sides of one gap near the middle and those on the left reach up to it; a table's cells do not.
 */
export function inReadingOrder(rows: Row[]): Row[] {
  const middle = gutter(rows);
  if (middle === undefined) return rows;
  const half = (test: (segment: Segment) => boolean) =>
    rows.map((row) => ({ ...row, segments: row.segments.filter(test) })).filter(({ segments }) => segments.length > 0);
  const first = rows.findIndex((row) => sides(row, middle) === 'both');
  const last = rows.findLastIndex((row) => sides(row, middle) === 'both');
  const across = (row: Row) => sides(row, middle) === 'across';
  const head = rows.slice(0, first);
  const foot = rows.slice(last + 1).filter(across);
  const body = new Set(rows.filter((row) => !head.includes(row) && !foot.includes(row)));
  const inBody = (list: Row[]) => list.filter((row) => [...body].some(({ y }) => y === row.y));
  return [
    ...head,
    ...inBody(half((segment) => segment.x < middle)),
    ...inBody(half((segment) => segment.x >= middle)),
    ...foot,
  ];
}

function sides(row: Row, middle: number): 'both' | 'across' | 'one' {
  if (row.segments.some(({ x, right }) => x < middle && right > middle)) return 'across';
  const left = row.segments.some(({ x }) => x < middle);
  return left && row.segments.some(({ x }) => x >= middle) ? 'both' : 'one';
}

/** Where the gap between two columns lies, if the page has them. */
function gutter(rows: Row[]): number | undefined {
  const segments = rows.flatMap((row) => row.segments);
  const left = Math.min(...segments.map(({ x }) => x));
  const right = Math.max(...segments.map((segment) => segment.right));
  const pairs = rows.filter((row) => row.segments.length === 2);
  if (rows.length < 6 || pairs.length < rows.length * 0.6) return undefined;
  const ends = Math.max(...pairs.map((row) => row.segments[0]?.right ?? 0));
  const starts = Math.min(...pairs.map((row) => row.segments[1]?.x ?? Number.POSITIVE_INFINITY));
  const middle = (ends + starts) / 2;
  if (ends >= starts || middle < left + (right - left) * 0.35 || middle > left + (right - left) * 0.65)
    return undefined;
  const full = pairs.filter((row) => (row.segments[0]?.right ?? 0) > ends - row.size * 3).length;
  return full >= pairs.length * 0.6 ? middle : undefined;
}
