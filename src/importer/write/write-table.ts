import type { Cell, Line, Table } from '../model/block.ts';
import { countHeadRows } from './head-rows.ts';

/** @param write the words of a line; @returns the table as elements, a row a line */
export function writeTable({ rows, headerRows = 0 }: Table, write: (line: Line) => string): string {
  const heads = countHeadRows({ rows, headerRows });
  const written = rows.map((row, index) => {
    const name = index < heads ? 'th' : 'td';
    return `<tr>${row.map((cell) => writeCell(cell, name, write)).join('')}</tr>`;
  });
  return `<table>\n${written.join('\n')}\n</table>`;
}

function writeCell({ lines, columns, rows }: Cell, name: string, write: (line: Line) => string): string {
  const spans = [columns > 1 ? ` colspan={${columns}}` : '', rows > 1 ? ` rowspan={${rows}}` : ''].join('');
  return `<${name}${spans}>${lines.map(write).join('<br />')}</${name}>`;
}
