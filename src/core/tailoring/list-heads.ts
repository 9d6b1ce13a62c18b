import { compareNames } from '../register/match-columns.ts';
import type { ListColumn } from './company-list.ts';

/** The row of a table that says which column is which. */
export interface ListHead {
  /** From 0 on. */
  at: number;
  labels: readonly string[];
  /** By the place of a label: its column, where the list has it. */
  columns: (ListColumn | undefined)[];
}

/** How far down that row is looked for. */
const headWithin = 20;
/** Less alike than this is another thing. */
const least = 0.6;

/**
 * Finds the row with the heads, whatever stands above it: one that has a head as the list writes it and another that is like
 * one, or nothing but heads that are like those of the list. Anything looser would take a row of the list for its heads.
 */
export function findHead(columns: readonly ListColumn[], cells: readonly (readonly string[])[]): ListHead | undefined {
  for (const [at, labels] of cells.slice(0, headWithin).entries()) {
    const found = assign(columns, labels);
    const count = found.filter(Boolean).length;
    const isNamed = found.some((one) => one?.weight === 1);
    const isAllHeads = count > 1 && labels.every((label, index) => label.trim() === '' || found[index]);
    if (count >= Math.min(2, columns.length) && (isNamed || isAllHeads)) {
      return { at, labels, columns: found.map((one) => one?.column) };
    }
  }
  return undefined;
}

type Found = { column: ListColumn; weight: number } | undefined;

/** The likest labels first, each column once. */
function assign(columns: readonly ListColumn[], labels: readonly string[]): Found[] {
  const pairs = labels.flatMap((label, at) =>
    columns.map((column) => ({ at, column, weight: label.trim() === '' ? 0 : likeness(label, column) })),
  );
  const found: Found[] = labels.map(() => undefined);
  const taken = new Set<ListColumn>();
  for (const { at, column, weight } of pairs.sort((a, b) => b.weight - a.weight)) {
    if (weight < least || found[at] || taken.has(column)) continue;
    found[at] = { column, weight };
    taken.add(column);
  }
  return found;
}

function likeness(label: string, column: ListColumn): number {
  return Math.max(...[column.label, ...(column.also ?? [])].map((name) => compareNames(label, name)));
}
