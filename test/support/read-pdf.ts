import { createCanvas } from '@napi-rs/canvas';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text on a page, where pdf.js finds it: points from the bottom left corner. */
export interface PlacedText {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

/** Pixels of a page: RGBA, row by row. */
export interface PageImage {
  width: number;
  height: number;
  data: Uint8ClampedArray;
  /** Pixels a point. */
  scale: number;
}

/** Reads a PDF with pdf.js, which knows nothing of our code. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: bytes.slice(), verbosity: 0, disableFontFace: true }).promise;
}

/** The text of each page, in order of its contents; `\n` where pdf.js sees a line end. */
export async function extractPages(bytes: Uint8Array): Promise<string[]> {
  const document = await openPdf(bytes);
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ disableNormalization: true });
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
  }
  return pages;
}

/** The texts of a page with their places. */
export async function findTexts(document: PDFDocumentProxy, number: number): Promise<PlacedText[]> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent({ disableNormalization: true });
  return items.flatMap((item) => {
    if (!('str' in item) || item.str === '') return [];
    const [, , , size = 0, x = 0, y = 0]: number[] = item.transform;
    return [{ text: item.str, x, y, width: item.width, size }];
  });
}

/** Renders a page in black on white. */
export async function renderPage(document: PDFDocumentProxy, number: number, scale: number): Promise<PageImage> {
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const context = canvas.getContext('2d');
  await page.render({ canvas: Object(canvas), canvasContext: Object(context), viewport }).promise;
  const { width, height, data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return { width, height, data, scale };
}

/** The part of a page image between two x in points, around a baseline: darkness of each pixel, 0 to 255. */
export function cutOut(image: PageImage, { x, y, width, size }: Omit<PlacedText, 'text'>): number[] {
  const pixels: number[] = [];
  const top = Math.floor(image.height - (y + size * 0.9) * image.scale);
  const bottom = Math.ceil(image.height - (y - size * 0.15) * image.scale);
  for (let row = top; row < bottom; row++) {
    for (let column = Math.floor(x * image.scale); column < Math.ceil((x + width) * image.scale); column++) {
      const at = (row * image.width + column) * 4;
      pixels.push(255 - ((image.data[at] ?? 255) + (image.data[at + 1] ?? 255) + (image.data[at + 2] ?? 255)) / 3);
    }
  }
  return pixels;
}
