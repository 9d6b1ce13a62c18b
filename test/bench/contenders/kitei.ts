import { loadPdfFont } from '../../../src/pdf/font/load-pdf-font.ts';
import { toTextToPrint } from '../../../src/pdf/printed-texts.ts';
import { renderSummaryPdf } from '../../../src/pdf/render-summary-pdf.ts';
import type { Render } from './contender.ts';

/** src/pdf: tagged, PDF/A-3, the data attached. */
export const render: Render = async ({ summary, attachment, loadPiece }) => {
  const font = await loadPdfFont(loadPiece);
  const now = new Date('2026-11-21T06:30:00Z');
  const context = { font, now, fileId: '0'.repeat(32), generator: 'kitei bench', attachment };
  await font.ensure(toTextToPrint(summary, context));
  return renderSummaryPdf(summary, context);
};
