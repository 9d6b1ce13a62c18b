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

/** The cells of a table. */
export function toCellStyle(size: number): TextStyle {
  return { size, leading: Math.round(size * 1.5 * 2) / 2, ink: inks.strong };
}
