import type { Table } from '../model/block.ts';

/**
 * How many rows at the top of a table name its columns: those that the document says, else the first where all of its
 * cells are words, no sentences, and none of them spans rows.
 */
export function countHeadRows({ rows, headerRows = 0 }: Pick<Table, 'rows' | 'headerRows'>): number {
  const [first = [], ...others] = rows;
  if (headerRows > 0) return headerRows < rows.length ? headerRows : 0;
  if (others.length === 0 || first.length < 2) return 0;
  const isHead = first.every(({ lines, rows: height }) => {
    const text = lines.map((line) => line.text).join('');
    return height === 1 && lines.length <= 1 && /\p{L}/u.test(text) && text.length <= 24 && !/[。．.]$/u.test(text);
  });
  return Number(isHead);
}
