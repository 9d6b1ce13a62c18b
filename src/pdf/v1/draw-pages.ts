import { liesAcross } from '../../record/v1/layout/table-plan.ts';
import type { SummaryDocument } from '../../record/v1/summary/summary-document.ts';
import type { PdfContext } from '../context.ts';
import { Canvas } from '../document/canvas.ts';
import type { JsPdfDocument } from '../document/js-pdf.ts';
import type { StructureElement } from '../document/structure-tree.ts';
import { findSubstitutionSentence } from '../printed-texts.ts';
import { drawBlock, drawNotice } from './blocks.ts';
import { Flow } from './flow.ts';
import { drawFooters, drawTitle } from './page-frame.ts';
import { drawPaper } from './paper/draw-paper.ts';
import { drawSignaturePanel } from './signature-panel.ts';
import { areaOf } from './styles.ts';

/** Whether its pages lie on their side. */
export function liesOnSide({ look, blocks }: SummaryDocument): boolean {
  return look === 'paper' && liesAcross(blocks);
}

/**
 * Sets the pages of a `kitei-summary/1`, and its structure below `root`. All of this folder is what the golden files of record
 * version 1 hold; once it is released, another layout is a folder beside it.
 * @param summary with printable texts
 */
export function drawPages(
  doc: JsPdfDocument,
  root: StructureElement,
  summary: SummaryDocument,
  context: PdfContext,
): void {
  const flow = new Flow(new Canvas(doc, context.font), areaOf(doc.size));
  const isPaper = summary.look === 'paper';
  if (isPaper) drawPaper(flow, root, summary);
  else {
    drawTitle(flow, root, summary, context.generator);
    for (const block of summary.blocks) drawBlock(flow, root, block);
  }
  const substitution = findSubstitutionSentence(summary, context);
  if (substitution !== undefined) drawNotice(flow, root, substitution);
  if (context.signature !== undefined) drawSignaturePanel(flow, root, context.signature, context.now);
  drawFooters(flow, summary, isPaper ? context.generator : undefined);
}
