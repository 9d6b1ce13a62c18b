import type { Cell, Line, Table } from '../model/block.ts';

/** @param write the words of a line; @returns the table as elements, a row a line */
export function writeTable({ rows }: Table, write: (line: Line) => string): string {
  const isHead = hasHead(rows);
  const written = rows.map((row, index) => {
    const name = isHead && index === 0 ? 'th' : 'td';
    return `<tr>${row.map((cell) => writeCell(cell, name, write)).join('')}</tr>`;
  });
  return `<table>\n${written.join('\n')}\n</table>`;
}

function writeCell({ lines, columns, rows }: Cell, name: string, write: (line: Line) => string): string {
  const spans = [columns > 1 ? ` colspan={${columns}}` : '', rows > 1 ? ` rowspan={${rows}}` : ''].join('');
  return `<${name}${spans}>${lines.map(write).join('<br />')}</${name}>`;
}

/** The first row names the columns where all of its cells are words, no sentences, and none of them spans rows. */
function hasHead(rows: Table['rows']): boolean {
  const [first = [], ...others] = rows;
  if (others.length === 0 || first.length < 2) return false;
  return first.every(({ lines, rows: height }) => {
    const text = lines.map((line) => line.text).join('');
    return height === 1 && lines.length <= 1 && /\p{L}/u.test(text) && text.length <= 24 && !/[。．.]$/u.test(text);
  });
}
