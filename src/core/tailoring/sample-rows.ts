import type { CompanyList } from './company-list.ts';
import type { ListRow } from './list-rows.ts';
import type { ListPiece, Piece, Wording } from './wording.ts';
import { fillPieces } from './wording.ts';

/**
 * The rows of the sample as a company may begin with them, of all places that share them: cells of tables, items, names in
 * a sentence. What the sample leaves open stands as it prints it. None of a list whose sample's rows stay.
 */
export function listSampleRows(
  id: string,
  list: CompanyList,
  passages: readonly { text: readonly Piece[] }[],
  wording: Wording,
): ListRow[] {
  if (list.adds) return [];
  const places = passages.flatMap(({ text }) => text).filter((piece) => isPlace(piece, id));
  return places.flatMap((place) => rowsOfPlace(place, list, wording));
}

function rowsOfPlace({ as, group, sample }: ListPiece, { columns, by }: CompanyList, wording: Wording): ListRow[] {
  const own = columns.filter((column) => !column.added && !(group !== undefined && column.id === by));
  const lines = fillPieces(sample, { ...wording, lists: {} })
    .split('\n')
    .filter((line) => line.trim() !== '');
  const texts = as === 'words' ? lines.join('').split('・') : lines;
  const cells = texts.map((line) => line.split('\t').map((cell) => cell.trim()));
  // A paragraph of the sample is no table: it has no head, and says what the first column would.
  const rows = as === 'table' && cells.some((row) => row.length > 1) ? cells.slice(1) : cells;
  return rows.map((row) => ({
    ...(group !== undefined && by !== undefined && { [by]: group }),
    ...Object.fromEntries(own.flatMap(({ id }, at) => (row[at] ? [[id, row[at] ?? '']] : []))),
  }));
}

function isPlace(piece: Piece, id: string): piece is ListPiece {
  return typeof piece === 'object' && 'list' in piece && piece.list === id && piece.as !== undefined;
}
