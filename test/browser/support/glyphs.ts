import type { PdfReading, Picture, TextRun } from './read-pdf.ts';

const scale = 6;

/**
 * Draws single characters of a run of full-width characters, found by its text.
 * @param wanted characters (with their variation selectors) of that run.
 * @throws Error if no run of the document contains the text.
 */
export async function drawCharacters(pdf: PdfReading, text: string, wanted: readonly string[]): Promise<Picture[]> {
  const { page, run } = findRun(pdf, text);
  const clusters = [...new Intl.Segmenter('ja').segment(run.text)].map(({ segment }) => segment);
  const advance = run.width / clusters.length;
  const pictures: Picture[] = [];
  for (const character of wanted) {
    const index = clusters.indexOf(character);
    if (index < 0) throw new Error(`The run "${run.text}" does not contain "${character}".`);
    const box = { x: run.x + index * advance, y: run.y - run.size * 0.15, width: advance, height: run.size * 1.1 };
    pictures.push(await pdf.draw(page, box, scale));
  }
  return pictures;
}

function findRun(pdf: PdfReading, text: string): { page: number; run: TextRun } {
  for (const [page, runs] of pdf.runs.entries()) {
    const run = runs.find((candidate) => candidate.text.includes(text));
    if (run) return { page, run };
  }
  throw new Error(`No run of text contains "${text}".`);
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
