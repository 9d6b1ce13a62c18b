import type { FormFile } from '../core/form/file-schema.ts';
import type { FormEntry } from '../core/regulation/library.ts';
import { fillPieces, fillText, findOwnList, toPieces, type Wording } from '../core/tailoring/wording.ts';
import type { FormRow } from '../record/v1/form/answers.ts';

type Cells = Readonly<Record<string, string>>;

/**
 * The rows with which a paper begins, by table: those that its file writes, with what the company has set in them, and in
 * their place those of the company's own list, where it has written some. A cell of which nothing is set is left out.
 */
export function toBegins({ begins = {}, lists = {} }: FormFile, wording: Wording): FormEntry['begins'] {
  const tables = new Set([...Object.keys(begins), ...Object.keys(lists)]);
  return Object.fromEntries(
    [...tables].flatMap((table): [string, FormRow[]][] => {
      const rows = rowsOf(begins[table] ?? [], lists[table], wording);
      return rows.length === 0 ? [] : [[table, rows.map((cells, index) => ({ id: `row-${index + 1}`, cells }))]];
    }),
  );
}

type FromList = NonNullable<FormFile['lists']>[string];

function rowsOf(written: readonly Cells[], from: FromList | undefined, wording: Wording): Cells[] {
  const list = from && findOwnList(wording, from.list);
  const sample = written.map((cells) => mapCells(cells, (text) => fillSet(text, wording)));
  if (!from || !list) return sample;
  const own = (list.rows ?? []).map((row) => mapCells(from.cells, (column) => fillText(row[column] ?? '', wording)));
  return list.adds ? [...sample, ...own] : own;
}

function mapCells(cells: Cells, to: (text: string) => string): Cells {
  const filled = Object.entries(cells).map(([column, text]) => [column, to(text)] as const);
  return Object.fromEntries(filled.filter(([, text]) => text !== ''));
}

/** A text without the blanks that nobody has filled in; of several with a comma between them, those that are set. */
function fillSet(text: string, wording: Wording): string {
  const filled = toPieces(text).map((piece) =>
    typeof piece !== 'string' && 'blank' in piece && !wording.values.has(wording.blanks[piece.blank]?.path ?? '')
      ? ''
      : fillPieces([piece], wording),
  );
  return filled.join('').split('、').filter(Boolean).join('、');
}
