import { findTexts, openPdf } from '../../support/read-pdf.ts';
import type { HandedOut } from './checklist.ts';
import { squeeze } from './read-pdf.ts';

/** All that a file tells whoever opens it, as {@link squeeze} leaves it. */
export interface Told {
  /** The text of its pages. */
  printed: string;
  /** What it was made from: the file that is attached. */
  attached: string;
  /** Its name, its facts, the links and fields on its pages, and whatever letters stand in its bytes. */
  besides: string;
}

/** Reads a PDF to the last letter. */
export async function readWhole({ name, bytes }: HandedOut): Promise<Told> {
  const document = await openPdf(bytes);
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
  const pages = await Promise.all(numbers.map((number) => document.getPage(number)));
  const texts = await Promise.all(numbers.map((number) => findTexts(document, number)));
  const files = [...((await document.getAttachments()) ?? [])];
  const contents = await Promise.all(files.map(([id]) => document.getAttachmentContent(id)));
  const besides = [
    name,
    await document.getMetadata(),
    await document.getOutline(),
    files.map(([, file]) => file),
    ...(await Promise.all(pages.flatMap((page) => [page.getAnnotations(), page.getStructTree()]))),
  ];
  await document.loadingTask.destroy();
  return {
    printed: squeeze(
      texts
        .flat()
        .map(({ text }) => text)
        .join(''),
    ),
    attached: squeeze(contents.map((content) => new TextDecoder().decode(content ?? undefined)).join('\n')),
    besides: squeeze(JSON.stringify(besides) + new TextDecoder().decode(bytes)),
  };
}

/** Which of these words stand in a text. */
export function findWords(text: string, words: readonly string[]): string[] {
  return words.filter((word) => text.includes(squeeze(word)));
}
