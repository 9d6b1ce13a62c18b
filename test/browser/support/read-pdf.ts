import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'playwright-core';

/** One run of text on a page, as a PDF reader finds it. */
export interface TextRun {
  text: string;
  /** Left end of the baseline in points from the page's left bottom corner. */
  x: number;
  y: number;
  width: number;
  /** Font size in points. */
  size: number;
}

/** A page's black and white picture: `ink[y * width + x]` is 1 where there is ink, y counts from the top. */
export interface Picture {
  width: number;
  height: number;
  ink: Uint8Array;
}

export interface PdfReading {
  pageCount: number;
  /** Text runs by page. */
  runs: TextRun[][];
  /** All text of all pages, without the breaks that the layout makes. */
  text: string;
  /** A piece of a page. @param page from 0; @param box in points; @param scale pixels per point. */
  draw(page: number, box: { x: number; y: number; width: number; height: number }, scale: number): Promise<Picture>;
  close(): Promise<void>;
}

/** Reads a PDF as PDF.js does: a reader that is not ours. */
export async function readPdf(bytes: Uint8Array): Promise<PdfReading> {
  // PDF.js takes the bytes it is given for itself.
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const document = await task.promise;
  const runs: TextRun[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) runs.push(await readRuns(document, number));
  return {
    pageCount: document.numPages,
    runs,
    text: runs.map((page) => page.map(({ text }) => text).join('')).join(''),
    draw: (page, box, scale) => draw(document, page + 1, box, scale),
    close: () => task.destroy(),
  };
}

async function readRuns(document: PDFDocumentProxy, number: number): Promise<TextRun[]> {
  const page = await document.getPage(number);
  // Normalization would turn 﨑 and other compatibility characters into what the person did not write.
  const { items } = await page.getTextContent({ disableNormalization: true });
  return items.flatMap((item) => {
    if (!('str' in item) || item.str === '') return [];
    const [, , c = 0, d = 0, x = 0, y = 0] = item.transform.map(Number);
    return [{ text: item.str, x, y, width: item.width, size: Math.hypot(c, d) }];
  });
}

async function draw(
  document: PDFDocumentProxy,
  number: number,
  box: { x: number; y: number; width: number; height: number },
  scale: number,
): Promise<Picture> {
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale });
  const width = Math.round(box.width * scale);
  const height = Math.round(box.height * scale);
  // PDF.js's own canvas for Node (@napi-rs/canvas underneath).
  const factory = document.canvasFactory as {
    create(width: number, height: number): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D };
  };
  const whole = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas: whole.canvas, canvasContext: whole.context, viewport }).promise;
  const left = Math.round(box.x * scale);
  const top = Math.round(viewport.height - (box.y + box.height) * scale);
  const { data } = whole.context.getImageData(left, top, width, height);
  const ink = new Uint8Array(width * height);
  for (let at = 0; at < ink.length; at += 1) ink[at] = (data[at * 4] ?? 255) < 128 ? 1 : 0;
  return { width, height, ink };
}

/** Prints a page to A4 as a reader would, and reads the paper. */
export async function printPage(page: Page): Promise<PdfReading> {
  return readPdf(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
}
