import type { Cell, Line, Spot, Table } from '../model/block.ts';
import { type Removed, splitAtTags } from './markup.ts';

const markCell =
  /^(?:[(（]?[0-9０-９一二三四五六七八九十ア-ンa-zA-Zivx①-⑳⑴-⒇ⅰ-ⅹⅠ-Ⅹ.．-]{1,6}[)）.．、]?|第.{1,8}[条項号章節編款]|[・●○■◆※])$/u;

/** Whether a text is a number or a bullet alone, parted by a tab or a wide gap from its words: no cell of a table. */
export function isMarkCell(text: string): boolean {
  return markCell.test(text.trim());
}

/**
 * The cells of a row written with tabs, or with `|`; `undefined` where the line is no row. `above` says whether a table stands
 * directly above it, or with a gap between: there a first cell may be empty, or a number.
 */
export function cellsOf(
  raw: string,
  removed: Removed,
  markdown: boolean,
  above: 'table' | 'gap' | undefined,
): string[] | undefined {
  const line = raw.trimEnd();
  const bars = markdown && /^\s*\|.*\|$/u.test(line) && line.indexOf('|') !== line.lastIndexOf('|');
  if (bars) {
    const inner = line.trim().slice(1, -1).split('|');
    removed.set('|', (removed.get('|') ?? 0) + inner.length + 1);
    return inner;
  }
  // Tabs at the end are empty cells.
  const cells = raw.replace(/[\r\n]+$/u, '').split('\t');
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (cells.length < 2 || filled.length === 0) return undefined;
  if (above !== 'table' && cells.length === 2 && isMarkCell(cells[0] ?? '')) return undefined;
  const indented = filled.length === 1 && cells[0]?.trim() === '' && !raw.trimStart().includes('\t');
  if (indented && above === undefined) return undefined;
  return cells;
}

/** A row of dashes under a table's head, or one that a page's end left in its midst. */
export function isRule(raw: string): boolean {
  return /^[\s|:\t-]+$/u.test(raw) && raw.includes('--') && /[|\t]/u.test(raw);
}

/** Where inside a cell another item begins: a bullet or a number in a circle behind a blank. */
const inner = /\s(?=(?:([・●■◆])(?!\1)|[①-⑳]))/gu;

/** A cell of a text file: its lines are what tags and inner bullets part. */
export function toCell(text: string, spot: Spot, removed: Removed, markdown: boolean): Cell {
  const parts = markdown ? splitAtTags(text, removed) : [text];
  const bold = (part: string) =>
    markdown
      ? part.replace(/(?<!\*)\*\*(?!\*)/gu, () => {
          removed.set('**', (removed.get('**') ?? 0) + 2);
          return '';
        })
      : part;
  const lines = parts
    .flatMap((part) => bold(part).trim().replace(inner, '\n').split('\n'))
    .filter((part) => part.trim() !== '')
    .map((part): Line => ({ kind: 'line', text: part.trim(), spot }));
  return { lines, columns: 1, rows: 1 };
}

/** Adds a row to a table that is being read, or begins one. */
export function toTable(spot: Spot, row: Cell[]): Table {
  return { kind: 'table', rows: [row], spot };
}
