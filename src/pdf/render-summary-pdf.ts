import type { SummaryDocument } from '../record/v1/summary/summary-document.ts';
import { checkCharacters, MissingCharacterError } from './check-characters.ts';
import type { PdfContext } from './context.ts';
import { createJsPdf } from './document/js-pdf.ts';
import { pageSizes } from './document/page-size.ts';
import { putDocumentParts } from './document/parts.ts';
import type { StructureElement } from './document/structure-tree.ts';
import { toPrintableSummary } from './printable.ts';
import { drawPages, liesOnSide } from './v1/draw-pages.ts';

/** The layout of each format of summaries there is. */
const layouts: Readonly<Record<SummaryDocument['format'], { draw: typeof drawPages; liesOnSide: typeof liesOnSide }>> =
  {
    'kitei-summary/1': { draw: drawPages, liesOnSide },
  };

/**
 * Sets a summary on A4 pages. Neither downloads, signs nor reads state: same summary and context, same bytes.
 * @param context its font must have been given `toTextToPrint()` by ensure().
 * @returns a PDF 1.7 of one revision, ending in `%%EOF\n`; with `context.signature`, the gap for it is laid out as
 * src/record/signature-slot.ts says and holds zeros.
 * @throws MissingCharacterError when the font lacks a character, RangeError for a bad file id.
 */
export function renderSummaryPdf(summary: SummaryDocument, context: PdfContext): Uint8Array {
  if (!/^[0-9A-F]{32}$/.test(context.fileId)) throw new RangeError('The file id is 32 upper-case hexadecimal digits.');
  const problems = checkCharacters(summary, context);
  if (problems.length > 0) throw new MissingCharacterError(problems);
  const printable = toPrintableSummary(summary);
  const layout = layouts[printable.format];
  const size = layout.liesOnSide(printable) ? pageSizes.across : pageSizes.upright;
  const doc = createJsPdf(context.now, context.fileId, size);
  const root: StructureElement = { tag: 'Document', children: [] };
  layout.draw(doc, root, printable, context);
  putDocumentParts(doc, root, printable.title, context);
  return doc.output();
}
