import type { PdfContext } from '../../../src/pdf/context.ts';
import type { SummaryBlock, SummaryDocument } from '../../../src/record/v1/summary/summary-document.ts';

/** What is set: the same for all. */
export interface Work {
  summary: SummaryDocument;
  attachment: PdfContext['attachment'];
  /** The published TrueType file; who asks for it has to download it. */
  loadWholeFont(): Uint8Array;
  /** A piece of the font as the site cuts it. */
  loadPiece(name: string): Promise<Uint8Array>;
}

/** Sets the work on A4 pages, as a browser would from the moment that code and font have arrived. */
export type Render = (work: Work) => Promise<Uint8Array>;

/** A line of the document for those who know no summaries: texts of its cells, and their shares of the width. */
export interface Line {
  cells: string[];
  shares: number[];
  size: number;
}

/** The texts of a summary in order, for contenders that have to be told each line. */
export function toLines(summary: SummaryDocument): Line[] {
  return [alone(summary.title, 16), ...summary.blocks.flatMap(toBlockLines)];
}

function toBlockLines(block: SummaryBlock): Line[] {
  switch (block.kind) {
    case 'heading':
      return [alone(block.text, 12)];
    case 'paragraph':
      return [alone(block.text)];
    case 'list':
      return block.items.map((item) => alone(item));
    case 'fields':
      return block.rows.map(({ label, value }) => ({ cells: [label, value], shares: [0.3, 0.7], size: 9.5 }));
    case 'table': {
      const shares = block.columns.map(({ share }) => share);
      const rows = [block.columns.map(({ label }) => label), ...block.rows.map(({ cells }) => cells)];
      return [alone(block.caption, 10.5), ...rows.map((cells) => ({ cells, shares, size: 9.5 }))];
    }
    case 'seal':
      return [alone(block.labels.join('　'))];
  }
}

function alone(text: string, size = 9.5): Line {
  return { cells: [text], shares: [1], size };
}

/** A4 in points, and its margin. */
export const sheet = { width: 595.28, height: 841.89, margin: 42 };
