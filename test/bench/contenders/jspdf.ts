import { jsPDF } from 'jspdf';
import { type Render, sheet, toLines } from './contender.ts';

/** jsPDF as it comes: its own font code and its own splitTextToSize(). */
export const render: Render = async ({ summary, loadWholeFont }) => {
  const doc = new jsPDF({ unit: 'pt', format: 'a4', compress: true, putOnlyUsedFonts: true });
  doc.addFileToVFS('font.ttf', toByteString(loadWholeFont()));
  doc.addFont('font.ttf', 'font', 'normal');
  doc.setFont('font');
  const width = sheet.width - 2 * sheet.margin;
  let y = sheet.margin;
  for (const { cells, shares, size } of toLines(summary)) {
    doc.setFontSize(size);
    const columns = cells.map((text, index): string[] => doc.splitTextToSize(text, width * (shares[index] ?? 1) - 6));
    const height = Math.max(...columns.map(({ length }) => length)) * size * 1.5;
    if (y + height > sheet.height - sheet.margin) {
      doc.addPage();
      y = sheet.margin;
    }
    let x = sheet.margin;
    columns.forEach((lines, index) => {
      doc.text(lines, x, y + size, { lineHeightFactor: 1.5 });
      x += width * (shares[index] ?? 1);
    });
    y += height;
  }
  return new Uint8Array(doc.output('arraybuffer'));
};

/** One character a byte: what addFileToVFS() takes besides base64. */
function toByteString(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}
