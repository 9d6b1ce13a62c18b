import type { Cell, Diagnostic } from '../model/block.ts';
import { isTable, type Piece } from './classify.ts';
import { parseNumeral } from './numerals.ts';

const textOf = (cell: Cell | undefined) => cell?.lines.map(({ text }) => text.trim()).join('') ?? '';

/**
 * Finds tables whose first row is the title of a chapter (`1 | 組織的対策 | 改訂日 | 20yy.mm.dd`): short ones that begin with a
 * number, and count up from 1 through the document.
 */
export function findChapterRows(pieces: Piece[]): Diagnostic[] {
  const rows = pieces.filter(isTable).flatMap((piece) => {
    const [number, title, more] = piece.block.rows[0] ?? [];
    const value = parseNumeral(textOf(number));
    const short =
      piece.block.rows.length <= 3 && more !== undefined && textOf(title) !== '' && textOf(title).length <= 60;
    // Rows that count up are those of a table of contents.
    const counts = value !== undefined && parseNumeral(textOf(piece.block.rows[1]?.[0])) === value + 1;
    return value !== undefined && !counts && short && number?.lines.length === 1
      ? [{ piece: piece as Piece, value }]
      : [];
  });
  let count = 0;
  const counted = rows.filter(({ value }) => {
    if (value !== count + 1) return false;
    count = value;
    return true;
  });
  if (counted.length < 2) return [];
  for (const { piece, value } of counted) piece.chapter = value;
  const message = `表の行に書かれた章題を${counted.length}件、章として取り込みました。`;
  return [{ kind: 'chapter-rows', message, spot: counted[0]?.piece.block.spot ?? {} }];
}
