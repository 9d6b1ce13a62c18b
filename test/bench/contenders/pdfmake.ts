import pdfmake from 'pdfmake';
import { type Render, toLines } from './contender.ts';

/** pdfmake, which sets tables itself. */
export const render: Render = async ({ summary, attachment, loadWholeFont }) => {
  pdfmake.virtualfs.writeFileSync('font.ttf', Buffer.from(loadWholeFont()));
  pdfmake.addFonts({ Font: { normal: 'font.ttf' } });
  const content = toLines(summary).map(({ cells, shares, size }) => ({
    fontSize: size,
    layout: 'noBorders',
    // A copy: pdfmake writes into what it is given.
    table: { widths: shares.map((share) => `${Math.floor(share * 100)}%`), body: [[...cells]] },
  }));
  const files = {
    data: { src: toDataUrl(attachment.bytes), name: attachment.name, description: attachment.description },
  };
  const made = pdfmake.createPdf({ pageSize: 'A4', pageMargins: 42, defaultStyle: { font: 'Font' }, content, files });
  return new Uint8Array(await made.getBuffer());
};

function toDataUrl(bytes: Uint8Array): string {
  return `data:application/json;base64,${Buffer.from(bytes).toString('base64')}`;
}
