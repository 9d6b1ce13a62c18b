import { words } from '../../record/v1/layout/words.ts';
import type { SummaryBlock, SummaryRow } from '../../record/v1/summary/summary-document.ts';
import { MismatchError } from '../mismatches.ts';
import { expectColumn, expectSideBySide, isInColumn, type PageCursor } from './page-cursor.ts';
import { checkLeading, type Piece } from './pieces.ts';

type TableBlock = Extract<SummaryBlock, { kind: 'table' }>;

/** The table as it stands on its first page: what later pages repeat. */
interface Head {
  caption: string | undefined;
  /** Where each column begins; undefined where its label is empty. */
  columns: (number | undefined)[];
}

/**
 * Compares a table: caption, legend, heads, then row by row, each cell under the head of its column. Where a page ends, the caption
 * and the heads are repeated; a row too tall for a page goes on on the next.
 * @param legend what marks of these rows mean, if it was not said before
 * @throws MismatchError
 */
export function compareTable(cursor: PageCursor, block: TableBlock, legend: string): void {
  const place = `表「${block.caption}」`;
  const captions = cursor.takeBlock(block.caption, place);
  cursor.takeBlock(legend, place);
  const lines = captions.flatMap((piece) => piece.lines.map(({ text }) => text));
  const [firstLine] = lines;
  const caption = firstLine === undefined ? undefined : `${firstLine}${lines.length > 1 ? '…' : ''}${words.continued}`;
  const head: Head = { caption, columns: [] };
  head.columns = takeHeads(cursor, block, head, { artifact: false });
  block.rows.forEach((row, index) => {
    compareRow(cursor, block, head, row, index);
  });
}

/** @returns where each column begins */
function takeHeads(
  cursor: PageCursor,
  block: TableBlock,
  { columns }: Head,
  options: { artifact: boolean },
): Head['columns'] {
  const place = `表「${block.caption}」の見出し`;
  const heads = block.columns.map(({ label }) => cursor.take(label, place, options));
  heads.forEach(([piece], index) => {
    expectColumn(piece, columns[index], place);
  });
  expectSideBySide(heads.flat(), place);
  cursor.goBelow(heads.flat(), place);
  return heads.map(([piece]) => piece?.x);
}

function takeContinuation(cursor: PageCursor, block: TableBlock, head: Head): void {
  if (head.caption !== undefined) cursor.takeBlock(head.caption, `表「${block.caption}」`, { artifact: true });
  takeHeads(cursor, block, head, { artifact: true });
}

function compareRow(cursor: PageCursor, block: TableBlock, head: Head, row: SummaryRow, index: number): void {
  const placeOf = (column: number): string =>
    `「${block.caption}」${index + 1}行目の「${block.columns[column]?.label ?? `${column + 1}列目`}」`;
  const rest = row.cells.map((cell) => cell.replaceAll('\n', ''));
  const pieces: Piece[][] = row.cells.map(() => []);
  if (rest.every((cell) => cell === '') && row.weight === 'plain') return;
  for (let part = 0; part === 0 || rest.some((cell) => cell !== ''); part++) {
    if (cursor.isPageTurned) takeContinuation(cursor, block, head);
    else if (part > 0) throw rowFault(cursor, rest, placeOf);
    const taken = takeCells(cursor, head, rest);
    // What is left goes on on the next page, after the heads repeated there.
    const isLeft = rest.some((cell) => cell !== '');
    if (isLeft && (cursor.next?.isArtifact !== true || taken.flat().length === 0))
      throw rowFault(cursor, rest, placeOf);
    taken.forEach((cell, column) => {
      pieces[column]?.push(...cell);
    });
    const place = placeOf(0);
    const firsts = taken.flatMap(([first], column) =>
      first === undefined || mayBeginLower(row.cells[column] ?? '', part) ? [] : [first],
    );
    const marks = takeMark(cursor, row, place);
    expectSideBySide([...marks, ...firsts], place);
    const numbers = part > 0 && taken[0]?.length === 0 ? takeNumber(cursor, pieces, head, place) : [];
    cursor.goBelow([...marks, ...numbers, ...taken.flat()], place);
  }
  row.cells.forEach((cell, column) => {
    const all = pieces[column] ?? [];
    checkLeading(all, cell, placeOf(column));
    checkGaps(all, cell, placeOf(column));
  });
}

/** Whether the first line of a cell on a page may be an empty one, which is not drawn. */
function mayBeginLower(cell: string, part: number): boolean {
  return part === 0 ? cell.startsWith('\n') : cell.includes('\n\n');
}

/** Takes what stands on this page of each cell, and shortens `rest` by it. */
function takeCells(cursor: PageCursor, { columns }: Head, rest: string[]): Piece[][] {
  const page = cursor.next?.page;
  return rest.map((_, column) => {
    const taken: Piece[] = [];
    for (let piece = cursor.next; piece !== undefined; piece = cursor.next) {
      const text = rest[column] ?? '';
      const x = columns[column] ?? taken[0]?.x ?? piece.x;
      if (piece.isArtifact || piece.page !== page || !isInColumn(piece, x) || !text.startsWith(piece.text)) break;
      taken.push(piece);
      rest[column] = text.slice(piece.text.length);
      cursor.skip();
    }
    return taken;
  });
}

/** The mark in the margin that says × or not answered. */
function takeMark(cursor: PageCursor, { weight }: SummaryRow, place: string): Piece[] {
  if (weight === 'plain') return [];
  return cursor.take(weight === 'attention' ? words.attentionMark : words.openMark, place, { artifact: true });
}

/** Where a row goes on, its number again, for the eye only. */
function takeNumber(cursor: PageCursor, [first]: readonly Piece[][], { columns }: Head, place: string): Piece[] {
  const number = first?.[0]?.lines[0].text;
  if (number === undefined) return [];
  const pieces = cursor.take(number, place, { artifact: true });
  expectColumn(pieces[0], columns[0], place);
  return pieces;
}

/** Holds that the pieces of a cell on one page follow each other as lines do. */
function checkGaps(pieces: readonly Piece[], text: string, place: string): void {
  pieces.forEach((piece, index) => {
    const before = pieces[index - 1];
    if (before === undefined || before.page !== piece.page) return;
    checkLeading([{ ...piece, lines: [before.lines.at(-1) ?? before.lines[0], piece.lines[0]] }], text, place);
  });
}

/** Which of the cells differs: what says the right thing in the wrong column is out of place. */
function rowFault(cursor: PageCursor, rest: readonly string[], placeOf: (column: number) => string): MismatchError {
  const found = cursor.next;
  const elsewhere = rest.findIndex((cell) => found !== undefined && cell !== '' && cell.startsWith(found.text));
  if (elsewhere >= 0 && found !== undefined)
    return new MismatchError('page-place', `"${found.text.slice(0, 60)}" at x ${found.x}.`, placeOf(elsewhere));
  const column = Math.max(
    0,
    rest.findIndex((cell) => cell !== ''),
  );
  return cursor.differ(rest[column] ?? '', placeOf(column));
}
