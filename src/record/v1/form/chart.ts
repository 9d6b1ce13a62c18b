import { foldText } from '../../../core/text/fold.ts';
import type { ChartBox } from '../summary/summary-document.ts';
import type { FormRow } from './answers.ts';
import type { FormChart } from './definition.ts';
import { findCell } from './given.ts';

/** Where the rows of a chart stand, and which name something above them that is not there. */
export interface ChartPlaces {
  /** For each row the index of the one above it, or -1 at the top. */
  above: number[];
  /** Indexes of rows whose cell `under` names no other row. */
  unknown: number[];
  /** Indexes of rows that would stand under themselves; they are put at the top. */
  circular: number[];
}

/** Finds for each row the one it stands under: the one its cell names, else by the levels, else none. */
export function placeRows(chart: FormChart, rows: readonly FormRow[]): ChartPlaces {
  const unknown: number[] = [];
  const circular: number[] = [];
  const names = rows.map((row) => [chart.lines[0] ?? chart.box, chart.box].map((id) => foldText(findCell(row, id))));
  const levels = rows.map((row) => levelOf(chart, findCell(row, chart.box)));
  const above = rows.map((row, index) => {
    const named = chart.under === undefined ? '' : foldText(findCell(row, chart.under));
    if (named === '') return findHigher(levels, index);
    const found = findNamed(names, named, index);
    if (found === undefined) unknown.push(index);
    return found ?? -1;
  });
  for (const index of rows.keys()) {
    if (!isCircular(above, index)) continue;
    circular.push(index);
    above[index] = -1;
  }
  return { above, unknown, circular };
}

/** The boxes from the top down, those under one another together, each in the order of the rows. */
export function toBoxes(chart: FormChart, rows: readonly FormRow[]): ChartBox[] {
  const { above } = placeRows(chart, rows);
  const walk = (index: number, depth: number): ChartBox[] =>
    rows.flatMap((row, next) => (above[next] === index ? [toBox(chart, row, depth), ...walk(next, depth + 1)] : []));
  return walk(-1, 0);
}

/** A box for each head there may be, with room to write the first line in. */
export function toBlankBoxes(chart: FormChart): ChartBox[] {
  const heads = (chart.levels ?? []).flat();
  const rows = heads.map((head, index) => ({ id: `blank-${index}`, cells: { [chart.box]: head } }));
  return toBoxes(chart, rows).map((box) => ({ ...box, lines: [''] }));
}

/** No organisation is deeper; what a file claims beyond that stands side by side there. */
const deepest = 30;

function toBox({ box, lines }: FormChart, row: FormRow, depth: number): ChartBox {
  const texts = lines.map((id) => findCell(row, id)).filter((text) => text !== '');
  return { depth: Math.min(depth, deepest), title: findCell(row, box), lines: texts };
}

function levelOf({ levels = [] }: FormChart, head: string): number {
  const found = levels.findIndex((level) => level.includes(head));
  return found < 0 ? Number.NaN : found;
}

/** The nearest row before it whose level is higher; a head of no level stands at the top. */
function findHigher(levels: readonly number[], index: number): number {
  const own = levels[index] ?? Number.NaN;
  return levels.slice(0, index).findLastIndex((level) => level < own);
}

/** By the name that stands in it, else by its head; the nearest one before it, else the first after it. */
function findNamed(names: readonly (readonly string[])[], named: string, index: number): number | undefined {
  for (const at of [0, 1]) {
    const found = [...names.keys()].filter((other) => other !== index && names[other]?.[at] === named);
    const nearest = found.findLast((other) => other < index) ?? found[0];
    if (nearest !== undefined) return nearest;
  }
  return undefined;
}

function isCircular(above: readonly number[], start: number): boolean {
  const seen = new Set<number>();
  for (let at = above[start] ?? -1; at >= 0 && !seen.has(at); at = above[at] ?? -1) {
    if (at === start) return true;
    seen.add(at);
  }
  return false;
}
