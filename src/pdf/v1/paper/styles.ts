import type { TextStyle } from '../../document/canvas.ts';
import { inks } from '../styles.ts';

/** Type of an official paper: black, larger than that of other documents. */
export const paperStyles = {
  title: { size: 14, leading: 22, ink: inks.strong, bold: true },
  heading: { size: 11.5, leading: 18, ink: inks.strong, bold: true },
  addressee: { size: 12.5, leading: 20, ink: inks.strong },
  caption: { size: 10.5, leading: 17, ink: inks.strong, bold: true },
  body: { size: 10.5, leading: 18, ink: inks.strong },
  note: { size: 8.5, leading: 13.5, ink: inks.strong },
} as const satisfies Record<string, TextStyle>;

/** The cells of a table, the smaller the more columns share the page: 11 of them still hold four or five kanji a line. */
export function toCellStyle(columnCount: number): TextStyle {
  const [, size] = cellSizes.find(([most]) => columnCount <= most) ?? smallest;
  return { size, leading: Math.round(size * 1.5 * 2) / 2, ink: inks.strong };
}

const smallest = [Number.POSITIVE_INFINITY, 7.2] as const;
const cellSizes: readonly (readonly [most: number, size: number])[] = [
  [4, 10],
  [6, 9.5],
  [8, 8.7],
  [11, 8],
];
