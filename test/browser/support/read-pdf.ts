import type { Page } from 'playwright-core';
import { findTexts, openPdf, type PageImage, type PlacedText, renderPage } from '../../support/read-pdf.ts';

/** Pixels a point: enough to tell 辻 with its variation selector from 辻. */
const scale = 6;

export interface PdfReading {
  pageCount: number;
  /** The texts of each page. */
  pages: PlacedText[][];
  /** All text of all pages, without the breaks that the layout makes. */
  text: string;
  /** A page as a picture, from 0; drawn once. */
  drawPage(page: number): Promise<PageImage>;
  close(): Promise<void>;
}

/** Reads a whole PDF with pdf.js. */
export async function readPdf(bytes: Uint8Array): Promise<PdfReading> {
  const document = await openPdf(bytes);
  const pages: PlacedText[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) pages.push(await findTexts(document, number));
  const drawn = new Map<number, Promise<PageImage>>();
  return {
    pageCount: pages.length,
    pages,
    text: pages.flatMap((page) => page.map(({ text }) => text)).join(''),
    drawPage(page) {
      const picture = drawn.get(page) ?? renderPage(document, page + 1, scale);
      drawn.set(page, picture);
      return picture;
    },
    close: () => document.loadingTask.destroy(),
  };
}

/** Prints a page to A4 as a reader would, and reads the paper. */
export async function printPage(page: Page): Promise<PdfReading> {
  return readPdf(Uint8Array.from(await page.pdf({ format: 'A4', preferCSSPageSize: true })));
}

/**
 * Text as a browser prints it, made comparable: without the spaces between Japanese and Latin letters and at the ends
 * of lines, and with the everyday character where the PDF names a radical of the same shape (⽂ for 文).
 */
export function squeeze(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '');
}
