import { openPdf } from '../../support/read-pdf.ts';
import type { HandedOut } from './checklist.ts';
import { readPdf, squeeze } from './read-pdf.ts';

/** All that a file tells whoever opens it, as {@link squeeze} leaves it. */
export interface Told {
  /** The text of its pages. */
  printed: string;
  /** Its name, its facts, the data inside, the links and fields on its pages, and whatever letters stand in its bytes. */
  inside: string;
}

/** Reads a PDF to the last letter. */
export async function readWhole({ name, bytes }: HandedOut): Promise<Told> {
  const pdf = await readPdf(bytes);
  const document = await openPdf(bytes);
  const pages = await Promise.all(Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1)));
  const attached: Record<string, { content: Uint8Array }> = (await document.getAttachments()) ?? {};
  const inside = [
    name,
    await document.getMetadata(),
    await document.getOutline(),
    ...(await Promise.all(pages.flatMap((page) => [page.getAnnotations(), page.getStructTree()]))),
    ...Object.entries(attached).map(([file, { content }]) => file + new TextDecoder().decode(content)),
    new TextDecoder().decode(bytes),
  ];
  await document.loadingTask.destroy();
  await pdf.close();
  const texts = inside.map((part) => (typeof part === 'string' ? part : JSON.stringify(part)));
  return { printed: squeeze(pdf.text), inside: squeeze(texts.join('\n')) };
}

/** Which of these words a file tells. */
export function findWords({ printed, inside }: Told, words: readonly string[]): string[] {
  return words.filter((word) => [printed, inside].some((text) => text.includes(squeeze(word))));
}
