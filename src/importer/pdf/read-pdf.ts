import { type Block, type Diagnostic, ImportError, type SourceDocument, type Table } from '../model/block.ts';
import { mayGoOn } from '../text/unwrap.ts';
import { joinLines } from '../tree/cut-line.ts';
import { inReadingOrder } from './columns.ts';
import { type Row, type Run, toRows } from './page-rows.ts';
import { refuseUnreadable } from './refuse-unreadable.ts';
import { withoutRepeated } from './repeated.ts';
import { asLine, edgeOf, type PlacedLine, toBlocks } from './to-blocks.ts';

/** Where pdf.js finds its tables of Japanese encodings (its folder `cmaps/`), for files that do not bring their own. */
export interface PdfContext {
  cMapUrl?: string;
}

/**
 * Reads the text of a PDF: lines by their place on the page, running heads and page numbers left out, lines that the page's width
 * broke joined. Pictures of text (scans) have no letters: such a file is refused in words.
 */
export async function readPdf(bytes: Uint8Array, context: PdfContext = {}): Promise<SourceDocument> {
  const pages = await readRuns(bytes, context);
  const rows = pages.map((runs, index) => inReadingOrder(toRows(runs, index + 1)));
  if (rows.every((page) => page.length === 0)) {
    throw new ImportError(
      'この PDF には文字がありません（紙を読み取った画像だけの PDF と思われます）。元の Word ファイルか、文字の入った PDF を取り込んでください。',
    );
  }
  refuseUnreadable(pages.flat().map(({ text }) => text));
  const { pages: kept, edges, diagnostics } = withoutRepeated(rows);
  const empty = rows.flatMap((page, index) => (page.length === 0 ? [index + 1] : []));
  for (const page of empty)
    diagnostics.push({
      kind: 'empty-page',
      message: `${page}ページには文字がありません。図や画像だけのページでないか確かめてください。`,
      spot: { page },
    });
  return { blocks: joinAtWidth(toBlocks(kept), kept, diagnostics), edges, diagnostics };
}

async function readRuns(bytes: Uint8Array, { cMapUrl }: PdfContext): Promise<Run[][]> {
  const [pdfjs, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]);
  // pdf.js takes this instead of fetching a worker's script: no address is asked for, in Node or in a browser.
  Object.assign(globalThis, { pdfjsWorker: worker });
  const options = cMapUrl === undefined ? {} : { cMapUrl, cMapPacked: true };
  // A copy: pdf.js takes what it is given away from its owner, and refuses the Buffer that Node reads files into.
  const task = pdfjs.getDocument({
    data: Uint8Array.from(bytes),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    ...options,
  });
  try {
    const document = await task.promise;
    const pages: Run[][] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent({ disableNormalization: true });
      const top = page.view[3] ?? 0;
      pages.push(items.flatMap((item) => ('str' in item ? toRun(item, top) : [])));
    }
    return pages;
  } catch (error) {
    if ((error as Error).name === 'PasswordException') {
      throw new ImportError(
        'この PDF にはパスワードがかかっています。パスワードを外して保存し直してから取り込んでください。',
        { cause: error },
      );
    }
    throw new ImportError('PDF として読めません。ファイルが壊れていないか、開いて確かめてください。', { cause: error });
  } finally {
    await task.destroy();
  }
}

function toRun(item: { str: string; transform: number[]; width: number; height: number }, top: number): Run[] {
  const [, , skew = 0, scale = 0, x = 0, y = 0] = item.transform;
  const size = Math.hypot(skew, scale) || item.height;
  return item.str === '' ? [] : [{ text: item.str.replace(/[\n\r]/gu, ' '), x, y: top - y, width: item.width, size }];
}

/** Joins what the page's width broke: a line that reaches the right edge without ending its sentence, and the next without a mark. */
function joinAtWidth(blocks: (PlacedLine | Table)[], pages: Row[][], diagnostics: Diagnostic[]): Block[] {
  const edge = edgeOf(pages, ({ segments }) => segments.at(-1)?.right ?? 0, 0.9);
  const groups: (PlacedLine | Table)[][] = [];
  for (const block of blocks) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    const joins =
      block.kind === 'line' && before?.kind === 'line' && block.after !== 'blank' && isFull(before, block, edge);
    if (joins && mayGoOn(before, block)) {
      group?.push(block);
      if (block.after === 'page') diagnostics.push(torn(before, block));
    } else groups.push([block]);
  }
  return groups.flatMap((group) => {
    const [first, ...others] = group.map(asLine).filter((block) => block.kind === 'line');
    return first ? [joinLines([first, ...others])] : group.map(asLine);
  });
}

/** In a column of its own, the edge is the column's: the next line is then as far left, and no wider. */
function isFull(before: PlacedLine, line: PlacedLine, edge: number): boolean {
  if (before.parts > 1 || line.parts > 1) return false;
  return (
    before.right > edge - before.size * 2.5 ||
    (line.right > before.right - line.size && before.right - before.x > before.size * 15)
  );
}

function torn(before: PlacedLine, line: PlacedLine): Diagnostic {
  const words = `「…${before.text.trim().slice(-12)}」と「${line.text.trim().slice(0, 12)}…」`;
  return {
    kind: 'tear-healed',
    message: `改ページで切れた${words}を一つの文につなぎました（前の行が行の幅いっぱいで、文が終わっていない）。`,
    spot: line.spot,
  };
}
