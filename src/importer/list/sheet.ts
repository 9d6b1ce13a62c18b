import { removeHidden } from '../../core/text/characters.ts';

/** One cell, its letters as Excel shows them as far as they can be known. */
export interface SheetCell {
  text: string;
  kind: 'text' | 'number' | 'date' | 'boolean' | 'error';
  /** The whole day, where the cell hides its year: `11-2` of 2026-11-02. */
  day?: string;
}

/** Rows and columns of a rectangle, counted from 1, its last ones included. */
export interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** What a sheet lets people enter in some cells. */
export interface EntryRule {
  areas: Area[];
  kind: 'options' | 'number' | 'date' | 'other';
  /** Of `options`: what can be chosen, where the file says it. */
  options?: string[];
}

/** A table as a workbook or a CSV file holds it. */
export interface Sheet {
  name: string;
  /** Not shown when the workbook is opened. */
  hidden: boolean;
  /** By row and column, both counted from 1; cells without letters are not there. */
  rows: Map<number, Map<number, SheetCell>>;
  /** Rows that are not shown. */
  hiddenRows: Set<number>;
  merges: Area[];
  entryRules: EntryRule[];
}

/** `C7`, as people find a cell. */
export function addressOf(row: number, column: number): string {
  return columnName(column) + row;
}

/** `A`, `Z`, `AA` */
export function columnName(column: number): string {
  const before = Math.floor((column - 1) / 26);
  return (before > 0 ? columnName(before) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

/** `B3` or `$B$3:$C$9`; undefined for anything else. */
export function parseArea(reference: string): Area | undefined {
  const [from, to = from] = reference.split(':').map(parseAddress);
  if (!from || !to) return undefined;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}

/** Row and column of an address such as `$AB$12`. */
export function parseAddress(address: string): { row: number; column: number } | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(address.trim()) ?? [];
  if (!letters || !digits) return undefined;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits), column };
}

export function isIn({ top, left, bottom, right }: Area, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** The cell itself, or the one in whose merged area it lies. */
export function cellAt(
  { rows, merges }: Pick<Sheet, 'rows' | 'merges'>,
  row: number,
  column: number,
): SheetCell | undefined {
  const own = rows.get(row)?.get(column);
  if (own) return own;
  const area = merges.find((merge) => isIn(merge, row, column));
  return area && rows.get(area.top)?.get(area.left);
}

/** The letters of a cell: line breaks in one form, no blanks around them, and none that nobody sees. */
export function toLetters(text: string): string {
  return removeHidden(text.toWellFormed()).trim();
}
