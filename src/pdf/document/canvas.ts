import { embedFont } from '../font/jspdf-font.ts';
import type { PdfFont } from '../font/pdf-font.ts';
import type { JsPdfDocument } from './js-pdf.ts';
import { toPdfNumber } from './pdf-syntax.ts';
import type { StructureElement } from './structure-tree.ts';

/** Red, green and blue from 0 to 1. */
export type Ink = readonly [red: number, green: number, blue: number];

/** How a text is set. */
export interface TextStyle {
  /** Points. */
  size: number;
  /** Points from baseline to baseline. */
  leading: number;
  ink: Ink;
  /** Drawn with a thin outline, since only one weight is carried. */
  bold?: true;
}

/** A line of text; x and y of its baseline's start, in points from the top left corner of the page. */
export interface PlacedLine {
  text: string;
  x: number;
  y: number;
}

/** The part of a text style's size that its outline is thick, when bold. */
const boldness = 0.032;

/** Draws on the current page. Text belongs to a structure element, or is an artifact when the element is undefined. */
export class Canvas {
  readonly font: PdfFont;
  readonly #doc: JsPdfDocument;
  readonly #encode: (text: string) => string;
  readonly #resource: string;
  readonly #height: number;
  #page = 1;
  #pageCount = 1;
  readonly #contentCounts: number[] = [0, 0];

  constructor(doc: JsPdfDocument, font: PdfFont) {
    const embedded = embedFont(doc, font);
    this.font = font;
    this.#doc = doc;
    this.#encode = embedded.encode;
    this.#resource = embedded.resource;
    this.#height = doc.size.height;
  }

  get pageCount(): number {
    return this.#pageCount;
  }

  /** Counts from 1. */
  get page(): number {
    return this.#page;
  }

  addPage(): void {
    this.#doc.addPage();
    this.#pageCount++;
    this.#page = this.#pageCount;
    this.#contentCounts.push(0);
  }

  goToPage(page: number): void {
    this.#doc.setPage(page);
    this.#page = page;
  }

  /** Width in points. */
  measure(text: string, { size }: TextStyle): number {
    return (this.font.measure(text) * size) / 1000;
  }

  text(element: StructureElement | undefined, lines: readonly PlacedLine[], style: TextStyle): void {
    const shown = lines.filter(({ text }) => text !== '');
    if (shown.length === 0) return;
    const size = toPdfNumber(style.size);
    const operators = [`BT /${this.#resource} ${size} Tf ${toOperands(style.ink)} rg`];
    if (style.bold) operators.push(`2 Tr ${toPdfNumber(style.size * boldness)} w ${toOperands(style.ink)} RG`);
    for (const { text, x, y } of shown) {
      operators.push(`1 0 0 1 ${toPdfNumber(x)} ${toPdfNumber(this.#height - y)} Tm <${this.#encode(text)}> Tj`);
    }
    if (style.bold) operators.push('0 Tr');
    operators.push('ET');
    this.#mark(element, operators);
  }

  /** A line; `thickness` in points. */
  rule(from: [x: number, y: number], to: [x: number, y: number], thickness: number, ink: Ink): void {
    this.#mark(undefined, [
      `${toOperands(ink)} RG ${toPdfNumber(thickness)} w ${this.#toPoint(from)} m ${this.#toPoint(to)} l S`,
    ]);
  }

  /** A rectangle, filled or with an outline of the given thickness. */
  box(
    x: number,
    y: number,
    width: number,
    height: number,
    paint: { fill: Ink } | { outline: Ink; thickness: number },
  ): void {
    const shape = `${this.#toPoint([x, y + height])} ${toPdfNumber(width)} ${toPdfNumber(height)} re`;
    this.#mark(undefined, [
      'fill' in paint
        ? `${toOperands(paint.fill)} rg ${shape} f`
        : `${toOperands(paint.outline)} RG ${toPdfNumber(paint.thickness)} w ${shape} S`,
    ]);
  }

  #toPoint([x, y]: [x: number, y: number]): string {
    return `${toPdfNumber(x)} ${toPdfNumber(this.#height - y)}`;
  }

  #mark(element: StructureElement | undefined, operators: readonly string[]): void {
    const write = this.#doc.internals.write;
    if (element === undefined) write('/Artifact BMC');
    else {
      const id = this.#contentCounts[this.#page] ?? 0;
      this.#contentCounts[this.#page] = id + 1;
      element.children.push({ page: this.#page, id });
      write(`/${element.tag} <</MCID ${id}>> BDC`);
    }
    for (const operator of operators) write(operator);
    write('EMC');
  }
}

function toOperands(numbers: readonly number[]): string {
  return numbers.map(toPdfNumber).join(' ');
}
