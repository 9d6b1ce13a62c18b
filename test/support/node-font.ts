import { loadPdfFont } from '../../src/pdf/font/load-pdf-font.ts';
import type { PdfFont } from '../../src/pdf/font/pdf-font.ts';
import { readFontFiles } from '../../src/site/font-files.ts';

/** The font as a browser would load it, with the names of the assets it has asked for. */
export interface NodeFont {
  font: PdfFont;
  fetched: string[];
}

/** The font's files, cut for the words of the frozen content. */
export const fontFiles: ReadonlyMap<string, Uint8Array> = readFontFiles(process.cwd(), 'test/fixtures/content');

/** One of the files, as its own copy. */
export function readAsset(name: string): Uint8Array<ArrayBuffer> {
  const bytes = fontFiles.get(name);
  if (!bytes) throw new Error(`The font has no file ${name}.`);
  return new Uint8Array(bytes);
}

/** Loads the site's font in Node. */
export async function loadNodeFont(): Promise<NodeFont> {
  const fetched: string[] = [];
  const font = await loadPdfFont(async (name) => {
    fetched.push(name);
    return readAsset(name);
  });
  return { font, fetched };
}
