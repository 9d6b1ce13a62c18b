import type { SummaryDocument } from '../record/v1/summary/summary-document.ts';
import { checkCharacters, MissingCharacterError } from './check-characters.ts';
import type { PdfContext } from './context.ts';
import { Canvas } from './document/canvas.ts';
import { createJsPdf } from './document/js-pdf.ts';
import { putDocumentParts } from './document/parts.ts';
import type { StructureElement } from './document/structure-tree.ts';
import { toPrintableSummary } from './printable.ts';
import { findSubstitutionSentence } from './printed-texts.ts';
import { drawBlock, drawNotice } from './v1/blocks.ts';
import { Flow } from './v1/flow.ts';
import { drawFooters, drawTitle } from './v1/page-frame.ts';
import { drawSignaturePanel } from './v1/signature-panel.ts';

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

  const doc = createJsPdf(context.now, context.fileId);
  const root: StructureElement = { tag: 'Document', children: [] };
  const canvas = new Canvas(doc, context.font);
  const flow = new Flow(canvas);
  drawTitle(flow, root, printable, context.generator);
  for (const block of printable.blocks) drawBlock(flow, root, block);
  const substitution = findSubstitutionSentence(printable, context);
  if (substitution !== undefined) drawNotice(flow, root, substitution);
  if (context.signature !== undefined) drawSignaturePanel(flow, root, context.signature, context.now);
  drawFooters(canvas, printable);
  putDocumentParts(doc, root, printable.title, context);
  return doc.output();
}
