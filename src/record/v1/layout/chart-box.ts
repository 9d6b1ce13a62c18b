import { breakLines } from '../../../core/text/line-break.ts';
import type { ChartBox } from '../summary/summary-document.ts';

/** Sizes in points, the title only bolder; a page on the screen and the PDF take the same. */
export const chartSizes = { line: 8.5, leading: 11.5, padding: 4, room: 12 } as const;

/** A box of a chart and the lines in it, from the same corner. */
export interface PlacedBox {
  x: number;
  y: number;
  width: number;
  height: number;
  lines: { text: string; isTitle: boolean /** Top of the line. */; y: number }[];
}

/** A box with its texts broken to its width; an empty text leaves room to write. */
export function toBox({ title, lines }: ChartBox, width: number): PlacedBox {
  const { padding, leading, room } = chartSizes;
  let y: number = padding;
  const placed: PlacedBox['lines'] = [];
  const measure = (text: string) => measureRoughly(text) * chartSizes.line;
  const texts = [title, ...joinShort(lines, (text) => measure(text) <= width - 2 * padding)];
  for (const [index, text] of texts.entries()) {
    if (text === '' && index > 0) y += room;
    const broken = text === '' ? [] : breakLines(text, width - 2 * padding, measure);
    for (const line of broken) {
      placed.push({ text: line.trimEnd(), isTitle: index === 0, y });
      y += leading;
    }
  }
  return { x: 0, y: 0, width, height: Math.max(y + padding, leading + 2 * padding), lines: placed };
}

/** What fits on one line stands on one: `見本 花子　総務部`. */
function joinShort(lines: readonly string[], fits: (text: string) => boolean): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const both = `${joined.at(-1)}\u3000${line}`;
    if (joined.length > 0 && line !== '' && fits(both)) joined.splice(-1, 1, both);
    else joined.push(line);
  }
  return joined;
}

/** Widths in ems, never less than those of the font of the PDF: so that the screen and the PDF break alike. */
function measureRoughly(text: string): number {
  let sum = 0;
  for (const character of text) sum += /\p{M}/u.test(character) ? 0 : toWidth(character);
  return sum;
}

function toWidth(character: string): number {
  if (/[MWmw@%&]/.test(character)) return 1;
  if (/[A-Z]/.test(character)) return 0.8;
  return /[\u0020-\u007e\uff61-\uff9f]/.test(character) ? 0.65 : 1;
}
