import { liesAcross } from '../../record/v1/layout/table-plan.ts';
import type { SummaryDocument } from '../../record/v1/summary/summary-document.ts';
import type { PdfContext } from '../context.ts';
import { Canvas } from '../document/canvas.ts';
import type { JsPdfDocument } from '../document/js-pdf.ts';
import type { StructureElement } from '../document/structure-tree.ts';
import { findSubstitutionSentence } from '../printed-texts.ts';
import { drawBlock, drawNotice, toFirstHeight, toNoticeHeight } from './blocks.ts';
import { Flow } from './flow.ts';
import { drawFooters, drawTitle } from './page-frame.ts';
import { drawPaper } from './paper/draw-paper.ts';
import { drawSignaturePanel, toSignatureHeight } from './signature-panel.ts';
import { areaOf } from './styles.ts';
import { toTailHeight } from './tail.ts';

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
  const { signature, now, generator } = context;
  const substitution = findSubstitutionSentence(summary, context);
  const panel =
    (substitution === undefined ? 0 : toNoticeHeight(flow, substitution)) +
    (signature === undefined ? 0 : toSignatureHeight(flow, signature, now));
  if (summary.look === 'paper') drawPaper(flow, root, summary, panel);
  else {
    drawTitle(flow, root, summary);
    // Our own box for name and seal is for who does not sign this file; those of an official paper are the client's.
    const blocks = summary.blocks.filter(({ kind }) => kind !== 'seal' || signature === undefined);
    for (const [index, block] of blocks.entries()) {
      const next = blocks[index + 1];
      const ahead = block.kind === 'heading' && next ? toFirstHeight(flow, next) : 0;
      drawBlock(flow, root, block, ahead || toTailHeight(flow, blocks, index + 1, panel));
    }
  }
  if (substitution !== undefined) drawNotice(flow, root, substitution);
  if (signature !== undefined) drawSignaturePanel(flow, root, signature, now);
  drawFooters(flow, summary, generator);
}
