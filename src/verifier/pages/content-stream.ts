import { MismatchError } from '../mismatches.ts';

/** Red, green and blue from 0 to 1. */
export type Ink = readonly [red: number, green: number, blue: number];

/** A rectangle in points from the bottom left corner of the page. */
export interface Box {
  left: number;
  bottom: number;
  right: number;
  top: number;
}

/** Lines of text drawn in one go. */
export interface TextOperation {
  kind: 'text';
  /** Name in the page's resources. */
  font: string;
  /** Points. */
  size: number;
  ink: Ink;
  /** Codes of the font; x and y of the start of the baseline, in points from the bottom left corner. */
  lines: { codes: number[]; x: number; y: number }[];
}

/** A line, a frame or a filled rectangle: what it covers. */
export interface ShapeOperation {
  kind: 'shape';
  ink: Ink;
  boxes: Box[];
}

/** What a page draws in one piece of marked content; `tag` is undefined for an artifact, which is no content. */
export interface MarkedContent {
  tag: string | undefined;
  operation: TextOperation | ShapeOperation;
}

/** Thicker lines than these would be areas, and none is drawn here: points, and the share of a text's size. */
const thickestLine = 3;
const thickestOutline = 0.05;
/** An A4 page of the smallest type has some 400 texts. */
const mostContents = 3000;

const number = String.raw`(-?\d{1,6}(?:\.\d{1,3})?)`;
const numbers = (count: number): string => Array.from({ length: count }, () => number).join(' ');
const form = (source: string): RegExp => new RegExp(`^${source}$`);

const forms = {
  artifact: form('/Artifact BMC'),
  content: form(String.raw`/(H1|H2|P|Lbl|LBody|Caption|TH|TD) <</MCID (\d{1,6})>> BDC`),
  end: form('EMC'),
  textBegin: form(`BT /([A-Za-z0-9]{1,20}) ${number} Tf ${numbers(3)} rg`),
  bold: form(`2 Tr ${number} w ${numbers(3)} RG`),
  line: form(`1 0 0 1 ${numbers(2)} Tm <((?:[0-9A-F]{4})+)> Tj`),
  boldEnd: form('0 Tr'),
  textEnd: form('ET'),
  fill: form(`${numbers(3)} rg ${numbers(4)} re f`),
  frame: form(`${numbers(3)} RG ${number} w ${numbers(4)} re S`),
  rule: form(`${numbers(3)} RG ${number} w ${numbers(2)} m ${numbers(2)} l S`),
};

/**
 * Reads the content of a page (ISO 32000-1, 8 and 9) in the one form in which src/pdf writes it. There is no clipping, no
 * coordinate system but the page's, no text mode but filled or outlined in the same ink, and nothing that another object draws:
 * whatever else stands there could show a reader something that is not read here.
 * @param content the decoded stream, one character a byte
 * @returns in order of drawing
 * @throws MismatchError page-structure
 */
export function parseContent(content: string): MarkedContent[] {
  const lines = new LineReader(content);
  const contents: MarkedContent[] = [];
  let nextId = 0;
  while (!lines.isAtEnd) {
    if (contents.length >= mostContents) throw lines.fault();
    const marked = lines.take(forms.content);
    if (marked === undefined) lines.expect(forms.artifact);
    // Numbered as drawn: the structure tree can name each piece once.
    else if (Number(marked[1]) !== nextId++) throw lines.fault();
    contents.push({ tag: marked?.[0], operation: readOperation(lines) });
    lines.expect(forms.end);
  }
  return contents;
}

function readOperation(lines: LineReader): TextOperation | ShapeOperation {
  const begin = lines.take(forms.textBegin);
  if (begin !== undefined) return readText(lines, begin);
  const fill = lines.take(forms.fill);
  if (fill !== undefined) {
    const [red = 0, green = 0, blue = 0, x = 0, y = 0, width = 0, height = 0] = fill.map(Number);
    return { kind: 'shape', ink: lines.toInk([red, green, blue]), boxes: [toBox(x, y, x + width, y + height)] };
  }
  const frame = lines.take(forms.frame);
  if (frame !== undefined) {
    const [red = 0, green = 0, blue = 0, thickness = 0, x = 0, y = 0, width = 0, height = 0] = frame.map(Number);
    const sides: [number, number, number, number][] = [
      [x, y, x + width, y],
      [x, y + height, x + width, y + height],
      [x, y, x, y + height],
      [x + width, y, x + width, y + height],
    ];
    const boxes = sides.map((side) => thicken(toBox(...side), lines.toThickness(thickness)));
    return { kind: 'shape', ink: lines.toInk([red, green, blue]), boxes };
  }
  const [red = 0, green = 0, blue = 0, thickness = 0, x = 0, y = 0, toX = 0, toY = 0] = lines
    .expect(forms.rule)
    .map(Number);
  if (x !== toX && y !== toY) throw lines.fault();
  const box = thicken(toBox(x, y, toX, toY), lines.toThickness(thickness));
  return { kind: 'shape', ink: lines.toInk([red, green, blue]), boxes: [box] };
}

function readText(lines: LineReader, [font = '', ...operands]: string[]): TextOperation {
  const [size = 0, red = 0, green = 0, blue = 0] = operands.map(Number);
  const ink = lines.toInk([red, green, blue]);
  const bold = lines.take(forms.bold);
  if (bold !== undefined) {
    const [width = 0, ...outline] = bold.map(Number);
    // An outline in another ink, or a thick one, would blot the letters out.
    if (width <= 0 || width > size * thickestOutline || !outline.every((part, index) => part === ink[index]))
      throw lines.fault();
  }
  const shown: TextOperation['lines'] = [];
  for (let line: string[] | undefined = lines.expect(forms.line); line !== undefined; line = lines.take(forms.line)) {
    const [x = '', y = '', digits = ''] = line;
    const codes = (digits.match(/.{4}/g) ?? []).map((code) => Number.parseInt(code, 16));
    shown.push({ codes, x: Number(x), y: Number(y) });
  }
  if (bold !== undefined) lines.expect(forms.boldEnd);
  lines.expect(forms.textEnd);
  return { kind: 'text', font, size, ink, lines: shown };
}

function toBox(x: number, y: number, toX: number, toY: number): Box {
  return { left: Math.min(x, toX), right: Math.max(x, toX), bottom: Math.min(y, toY), top: Math.max(y, toY) };
}

function thicken({ left, bottom, right, top }: Box, thickness: number): Box {
  const half = thickness / 2;
  return { left: left - half, bottom: bottom - half, right: right + half, top: top + half };
}

/** The lines of a content stream, one after the other. */
class LineReader {
  readonly #lines: readonly string[];
  #at = 0;

  constructor(content: string) {
    const lines = content.split('\n');
    // The last operator may or may not have a line end.
    if (lines.at(-1) === '') lines.pop();
    this.#lines = lines;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#lines.length;
  }

  /** The operands of the line here if it has this form, which is then read. */
  take(pattern: RegExp): string[] | undefined {
    const match = pattern.exec(this.#lines[this.#at] ?? '');
    if (!match) return undefined;
    this.#at++;
    return match.slice(1);
  }

  expect(pattern: RegExp): string[] {
    const operands = this.take(pattern);
    if (operands === undefined) throw this.fault();
    return operands;
  }

  toInk(ink: Ink): Ink {
    if (ink.some((part) => part < 0 || part > 1)) throw this.fault();
    return ink;
  }

  toThickness(thickness: number): number {
    if (thickness <= 0 || thickness > thickestLine) throw this.fault();
    return thickness;
  }

  fault(): MismatchError {
    const line = this.#lines[this.#at] ?? 'the end';
    return new MismatchError('page-structure', `Line ${this.#at + 1} of a page's content: ${line.slice(0, 100)}`);
  }
}
