import fontkit from '@pdf-lib/fontkit';
import { PDFDocument, type PDFFont } from 'pdf-lib';
import { type Render, sheet, toLines } from './contender.ts';

/** pdf-lib with its fontkit, the font cut to what is used. */
export const render: Render = async ({ summary, attachment, loadWholeFont }) => {
  const doc = await PDFDocument.create();
  doc.registerFontkit(fontkit);
  const font = await doc.embedFont(loadWholeFont(), { subset: true });
  await doc.attach(attachment.bytes, attachment.name, { description: attachment.description });
  const width = sheet.width - 2 * sheet.margin;
  let page = doc.addPage([sheet.width, sheet.height]);
  let y = sheet.height - sheet.margin;
  for (const { cells, shares, size } of toLines(summary)) {
    const columns = cells.map((text, index) => breakText(font, text, size, width * (shares[index] ?? 1) - 6));
    const height = Math.max(...columns.map(({ length }) => length)) * size * 1.5;
    if (y - height < sheet.margin) {
      page = doc.addPage([sheet.width, sheet.height]);
      y = sheet.height - sheet.margin;
    }
    let x = sheet.margin;
    columns.forEach((lines, index) => {
      lines.forEach((line, at) => {
        page.drawText(line, { x, y: y - size - at * size * 1.5, size, font });
      });
      x += width * (shares[index] ?? 1);
    });
    y -= height;
  }
  return doc.save();
};

/** pdf-lib breaks at spaces only, of which Japanese has none. */
function breakText(font: PDFFont, text: string, size: number, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const { segment } of new Intl.Segmenter('ja').segment(paragraph)) {
      if (line !== '' && font.widthOfTextAtSize(line + segment, size) > width) {
        lines.push(line);
        line = '';
      }
      line += segment;
    }
    return [...lines, line];
  });
}
