import type { PageImage, PlacedText } from '../../support/read-pdf.ts';
import type { PdfReading } from './read-pdf.ts';

/** A piece of a page in black and white: `ink[y * width + x]` is 1 where there is ink, y counts from the top. */
export interface Picture {
  width: number;
  height: number;
  ink: Uint8Array;
}

/**
 * Draws single characters of a text of full-width characters.
 * @param text identifies the piece of text; @param wanted characters of it, with their variation selectors.
 * @throws Error if no piece of text in the document contains it.
 */
export async function drawCharacters(pdf: PdfReading, text: string, wanted: readonly string[]): Promise<Picture[]> {
  const { page, place } = findText(pdf, text);
  const image = await pdf.drawPage(page);
  const clusters = [...new Intl.Segmenter('ja').segment(place.text)].map(({ segment }) => segment);
  const advance = place.width / clusters.length;
  return wanted.map((character) => {
    const index = clusters.indexOf(character);
    if (index < 0) throw new Error(`The text "${place.text}" does not contain "${character}".`);
    return cut(image, { ...place, x: place.x + index * advance, width: advance });
  });
}

function findText(pdf: PdfReading, text: string): { page: number; place: PlacedText } {
  for (const [page, places] of pdf.pages.entries()) {
    const place = places.find((candidate) => candidate.text.includes(text));
    if (place) return { page, place };
  }
  throw new Error(`No piece of text contains "${text}".`);
}

/** The square that a character of the text's size stands in. */
function cut(image: PageImage, { x, y, width, size }: PlacedText): Picture {
  const [columns, rows] = [Math.round(width * image.scale), Math.round(size * 1.1 * image.scale)];
  const left = Math.round(x * image.scale);
  // A glyph of Noto Sans JP reaches 0.12 of its size below the baseline.
  const top = Math.round(image.height - (y + size * 0.95) * image.scale);
  const ink = new Uint8Array(columns * rows);
  for (let at = 0; at < ink.length; at += 1) {
    const pixel = (top + Math.floor(at / columns)) * image.width + left + (at % columns);
    ink[at] = (image.data[pixel * 4] ?? 255) < 128 ? 1 : 0;
  }
  return { width: columns, height: rows, ink };
}

/** Share of the picture that is ink. */
export function inkOf({ ink }: Picture): number {
  return ink.reduce((sum, dot) => sum + dot, 0) / ink.length;
}

/** Share of the dots in which two pictures of the same size differ. */
export function differenceOf(one: Picture, other: Picture): number {
  const length = Math.max(one.ink.length, other.ink.length);
  let different = 0;
  for (let at = 0; at < length; at += 1) if (one.ink[at] !== other.ink[at]) different += 1;
  return different / length;
}

/** Whether the picture is a box such as fonts draw for what they lack: four straight sides, each over its whole length. */
export function isBox({ width, height, ink }: Picture): boolean {
  const columns = Array.from({ length: width }, (_, x) => count(height, (y) => ink[y * width + x]));
  const rows = Array.from({ length: height }, (_, y) => count(width, (x) => ink[y * width + x]));
  const [left, right] = [columns.findIndex(Boolean), columns.findLastIndex(Boolean)];
  const [top, bottom] = [rows.findIndex(Boolean), rows.findLastIndex(Boolean)];
  const [inkWidth, inkHeight] = [right - left + 1, bottom - top + 1];
  const isFull = (dots: number | undefined, length: number) => (dots ?? 0) >= length * 0.9;
  // The outermost row or column may be half grey; look one dot further in.
  return (
    left >= 0 &&
    [left, left + 1].some((x) => isFull(columns[x], inkHeight)) &&
    [right, right - 1].some((x) => isFull(columns[x], inkHeight)) &&
    [top, top + 1].some((y) => isFull(rows[y], inkWidth)) &&
    [bottom, bottom - 1].some((y) => isFull(rows[y], inkWidth))
  );
}

function count(length: number, dotAt: (index: number) => number | undefined): number {
  let dots = 0;
  for (let index = 0; index < length; index += 1) dots += dotAt(index) ?? 0;
  return dots;
}
