import { breakLines } from '../../core/text/line-break.ts';
import { words } from '../../record/v1/layout/words.ts';
import type { SummaryRow } from '../../record/v1/summary/summary-document.ts';
import type { Canvas, TextStyle } from '../document/canvas.ts';
import type { StructureElement } from '../document/structure-tree.ts';
import type { Area } from './styles.ts';

/** Where on the pages the next block begins. */
export class Flow {
  readonly canvas: Canvas;
  readonly area: Area;
  /** Points from the top of the page. */
  y: number;
  readonly #explained = new Set<SummaryRow['weight']>();

  constructor(canvas: Canvas, area: Area) {
    this.canvas = canvas;
    this.area = area;
    this.y = area.top;
  }

  /** Points left on this page. */
  get room(): number {
    return this.area.bottom - this.y;
  }

  /** White space, which vanishes at the head of a page. */
  skip(height: number): void {
    if (this.y > this.area.top) this.y += height;
  }

  newPage(): void {
    this.canvas.addPage();
    this.y = this.area.top;
  }

  /** Begins a new page unless this one is empty. */
  beginSheet(): void {
    if (this.y > this.area.top) this.newPage();
  }

  /** Begins a new page unless `height` is left on this one. */
  keep(height: number): void {
    if (height > this.room && this.y > this.area.top) this.newPage();
  }

  /** Lines of a text for a width in points. */
  breakText(text: string, width: number, style: TextStyle): string[] {
    return breakLines(text, width, (part) => this.canvas.measure(part, style));
  }

  /** What the marks beside these rows mean, each the first time it appears in the document; empty for nothing new. */
  takeLegend(rows: readonly SummaryRow[]): string {
    const legends: string[] = [];
    for (const weight of ['attention', 'open'] as const) {
      if (this.#explained.has(weight) || !rows.some((row) => row.weight === weight)) continue;
      this.#explained.add(weight);
      legends.push(weight === 'attention' ? words.attentionLegend : words.openLegend);
    }
    return legends.join('　');
  }

  /**
   * Sets lines from here on, over as many pages as they need, and moves down.
   * @param beside draws what accompanies each stretch on a page (a bar); y and height in points.
   */
  setLines(
    element: StructureElement,
    texts: readonly string[],
    x: number,
    style: TextStyle,
    beside?: (y: number, height: number) => void,
  ): void {
    let rest = texts;
    while (rest.length > 0) {
      const fitting = Math.floor(this.room / style.leading);
      if (fitting < Math.min(2, rest.length)) {
        this.newPage();
        continue;
      }
      const now = rest.slice(0, fitting);
      beside?.(this.y, now.length * style.leading);
      placeLines(this.canvas, element, now, x, this.y, style);
      this.y += now.length * style.leading;
      rest = rest.slice(fitting);
    }
  }
}

/** Sets lines one under another from a top edge, as one piece of content. */
export function placeLines(
  canvas: Canvas,
  element: StructureElement | undefined,
  texts: readonly string[],
  x: number,
  top: number,
  style: TextStyle,
): void {
  // Kanji fill their square from 0.12 below the baseline to 0.88 above it; the rest of the leading goes half above.
  const first = top + (style.leading - style.size) / 2 + style.size * 0.88;
  canvas.text(
    element,
    texts.map((text, line) => ({ text, x, y: first + line * style.leading })),
    style,
  );
}
