/** A text at a place of a page: points from the left and from the top of an A4 page. */
export interface Placed {
  text: string;
  x: number;
  y: number;
  size?: number;
}

const hex = (text: string) =>
  [...Array(text.length).keys()].map((at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('');

/** CIDs are UTF-16 units, so that the font needs no file and its map to Unicode is the identity. */
const toUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Identity def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> <0000> endbfrange
endcmap CMapName currentdict /CMap defineresource pop end end`;

const stream = (content: string) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;

/** A PDF whose pages hold these texts: letters a full width each, those of ASCII half. */
export function plainPdf(pages: Placed[][]): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${6 + index * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>
/DW 1000 /W [32 126 500] /FontDescriptor << /Type /FontDescriptor /FontName /Plain /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0
/Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >> >>`,
    stream(toUnicode),
  ];
  pages.forEach((texts, index) => {
    const content = texts
      .map(({ text, x, y, size = 10 }) => `BT /F1 ${size} Tf ${x} ${842 - y} Td <${hex(text)}> Tj ET`)
      .join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${7 + index * 2} 0 R >>`,
      stream(content),
    );
  });
  let file = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const start = file.length;
  const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}

/** Lines of prose from a height on, as a page of a fixed width has them. */
export function prose(text: string, { x = 70, y = 80, letters = 40, pitch = 18 } = {}): Placed[] {
  const rows: string[] = [];
  for (const paragraph of text.split('\n')) {
    for (let at = 0; at === 0 || at < paragraph.length; at += letters) rows.push(paragraph.slice(at, at + letters));
  }
  return rows.map((row, index) => ({ text: row, x, y: y + index * pitch })).filter((placed) => placed.text !== '');
}
