import type { SummaryBlock } from '../summary/summary-document.ts';

/** Points beside the text of a page, at each side. */
export const sideMargin = 56;
/** Width of the text in points: A4 upright, and on its side. */
const textWidths = { upright: 595.28 - 2 * sideMargin, across: 841.89 - 2 * sideMargin } as const;
/** Size of the letters in a table up to so many columns: of a page upright, and on its side. */
const cellSizes: Record<keyof typeof textWidths, readonly (readonly [most: number, size: number])[]> = {
  upright: [
    [4, 10],
    [6, 9.5],
    [8, 8.7],
    [11, 8],
  ],
  across: [
    [6, 10],
    [9, 9.2],
    [12, 8.7],
  ],
};
const smallest = { upright: 7.2, across: 8 } as const;
/** A table whose columns have fewer characters a line than this, taken together, needs a wider page. */
const leastOnAverage = 6;
/** Nor has any of its columns fewer than this, where the others can spare it. */
const leastCharacters = 4;

/** A column with its share of the width; those of a table add up to 1. */
interface Shared {
  share: number;
}

/** How a paper's table stands on its page: what PDF, print and screen share. */
export interface TablePlan {
  /** Size of the letters in its cells, and room beside them in points. */
  size: number;
  padding: number;
  /** Share of each column; they add up to 1. */
  shares: number[];
}

/** Whether a paper lies on its side: one of its tables has more columns than an upright page has room for. */
export function liesAcross(blocks: readonly SummaryBlock[]): boolean {
  return blocks.some((block) => block.kind === 'table' && isWideTable(block.columns));
}

/** Whether a table has too many columns for an upright page. */
export function isWideTable(columns: readonly Shared[]): boolean {
  const { size, padding } = toType(columns.length, 'upright');
  return (textWidths.upright / columns.length - 2 * padding) / size < leastOnAverage;
}

/** Letters and columns of a table. @param across see liesAcross() */
export function planTable(columns: readonly Shared[], across: boolean): TablePlan {
  const page = across ? 'across' : 'upright';
  const type = toType(columns.length, page);
  const least = (leastCharacters * type.size + 2 * type.padding) / textWidths[page];
  return { ...type, shares: widen(columns, least) };
}

function toType(count: number, page: keyof typeof textWidths): { size: number; padding: number } {
  const size = cellSizes[page].find(([most]) => count <= most)?.[1] ?? smallest[page];
  return { size, padding: count > 8 ? 3 : 5 };
}

/** Columns narrower than `least` get it, from what the others have beyond it. */
function widen(columns: readonly Shared[], least: number): number[] {
  const missing = columns.reduce((sum, { share }) => sum + Math.max(0, least - share), 0);
  const spare = columns.reduce((sum, { share }) => sum + Math.max(0, share - least), 0);
  if (missing === 0 || missing > spare) return columns.map(({ share }) => share);
  return columns.map(({ share }) => (share < least ? least : least + (share - least) * (1 - missing / spare)));
}
