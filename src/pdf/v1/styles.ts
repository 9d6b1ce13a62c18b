import { sideMargin } from '../../record/v1/layout/table-plan.ts';
import type { Ink, TextStyle } from '../document/canvas.ts';
import type { PageSize } from '../document/page-size.ts';

/** The type area of a page, in points from the top left corner. */
export interface Area {
  readonly left: number;
  readonly right: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  /** Baseline of the footer. */
  readonly footer: number;
}

/** The type area of a page of this size. */
export function areaOf({ width, height }: PageSize): Area {
  return {
    left: sideMargin,
    right: width - sideMargin,
    width: width - 2 * sideMargin,
    top: 56,
    bottom: height - 69.89,
    footer: height - 38.89,
  };
}

/** Grey to read, indigo for what is ours, colours for states only, and never alone. */
export const inks = {
  body: [0.13, 0.13, 0.14],
  strong: [0.05, 0.05, 0.06],
  quiet: [0.38, 0.39, 0.41],
  line: [0.78, 0.79, 0.8],
  frame: [0.45, 0.46, 0.48],
  wash: [0.955, 0.958, 0.962],
  indigo: [0, 0.19, 0.42],
  attention: [0.66, 0.06, 0.08],
  open: [0.53, 0.35, 0],
} as const satisfies Record<string, Ink>;

export const styles = {
  title: { size: 18, leading: 26, ink: inks.strong, bold: true },
  issuer: { size: 9.5, leading: 15, ink: inks.body, bold: true },
  meta: { size: 8, leading: 13, ink: inks.quiet },
  heading: { size: 12.5, leading: 20, ink: inks.strong, bold: true },
  caption: { size: 10.5, leading: 16, ink: inks.strong, bold: true },
  body: { size: 9.5, leading: 16.5, ink: inks.body },
  notice: { size: 8.7, leading: 15, ink: inks.body },
  label: { size: 8.5, leading: 15, ink: inks.quiet },
  figure: { size: 13, leading: 20, ink: inks.strong, bold: true },
  head: { size: 8, leading: 12, ink: inks.quiet },
  cell: { size: 8.8, leading: 14, ink: inks.body },
  state: { size: 8.8, leading: 14, ink: inks.strong, bold: true },
  note: { size: 7.8, leading: 12.5, ink: inks.quiet },
  footer: { size: 7.5, leading: 10, ink: inks.quiet },
} as const satisfies Record<string, TextStyle>;

/** Thickness of lines in points. */
export const lines = { hair: 0.4, thin: 0.7, strong: 1.4 } as const;
