import type { Cell, Line, Table } from '../model/block.ts';
import { toOneLine } from './escape.ts';
import { countHeadRows } from './head-rows.ts';
import type { ProvisionPart } from './outline.ts';

/** A line of a provision in which the company may have something to decide. */
export interface FillInLine {
  line: Line;
  /** Of a cell: what names its row and its column, as far as the table says. */
  cell?: { names: string[]; row: string | undefined };
}

/** What stands around coloured words. */
export interface BlankContext {
  /** Where it is the same, the same is to be decided; undefined where the words around say nothing. */
  key: string | undefined;
  /** To tell it from others: `「毎年○月に書庫を点検し」`, `「契約書」「保存期間」`; empty where there is nothing to say. */
  name: string;
}

/** Letters of a name on either side of the words. */
const most = 18;
/** A clause shorter than this does not say what it is about. */
const enough = 4;
/** Words that mean something else at each place where they stand. */
const pointing = /前[項条号各記文]|[本同][項条号章文]|次の|次[項条号]|当該|上記|下記|この|その|これ|それ|同様|同じ/;
/** Whoever leaves his company's name open leaves it open everywhere. */
const company = /(?:株式|有限|合同|合資|合名)会社|法人/;

/** The lines of a provision in the order of the page, without the heads of its table: they name, and leave nothing open. */
export function listFillInLines({ lines, table, bullets }: ProvisionPart): FillInLine[] {
  return [
    ...lines.map((line) => ({ line })),
    ...(table ? listCells(table) : []),
    ...bullets.map(({ line }) => ({ line })),
  ];
}

/** What stands around the letters from `from` to `to` of a line. */
export function contextOf({ line: { text }, cell }: FillInLine, from: number, to: number): BlankContext {
  const start = text.lastIndexOf('。', from - 1) + 1;
  const stop = text.indexOf('。', to);
  const before = text.slice(start, from);
  const after = text.slice(to, stop === -1 ? text.length : stop);
  const words = text.slice(from, to);
  const clause = before.trim() + after.trim() === '' ? '' : nearest(before) + words + clip(clauseOf(after));
  const names = [...(cell?.names ?? []), ...(clause ? [clause] : [])];
  // The whole sentence, and who it speaks of: of two people, each may have a month of his own.
  const isWhole = /[はがも]/.test(before) && !pointing.test(before + after);
  const sentence = isWhole ? `${before}\n${words}\n${after}` : undefined;
  return {
    key: company.test(words) ? words : cell ? cell.row && `${cell.row}\n${text}\n${from}` : sentence,
    name: names.map((one) => `「${toOneLine(one)}」`).join(''),
  };
}

/** The clause before, and where it says too little the one before that; never who does it: 「総務部長は、」 stays out. */
function nearest(before: string): string {
  const clauses = before.split(/(?<=[、，])/);
  let words = clauses.pop() ?? '';
  while (words.length < enough && clauses.length > 0 && !/は[、，]$/.test(clauses.at(-1) ?? '')) {
    words = `${clauses.pop()}${words}`;
  }
  return words.length > most ? `…${words.slice(-most)}` : words;
}

function clauseOf(after: string): string {
  const end = after.search(/[、，]/);
  return end === -1 ? after : after.slice(0, end);
}

function clip(words: string): string {
  return words.length > most ? `${words.slice(0, most)}…` : words;
}

function listCells(table: Table): FillInLine[] {
  const count = countHeadRows(table);
  const columns = placeColumns(table.rows);
  const heads = table.rows.slice(0, count).flat();
  const allHeads = heads.map(wordsOf).join('\t');
  return table.rows.slice(count).flatMap((row) =>
    row.flatMap((cell) => {
      const at = columns.get(cell) ?? 0;
      const head = heads.find((one) => {
        const from = columns.get(one) ?? 0;
        return from <= at && at < from + one.columns;
      });
      const first = row[0] === cell ? undefined : row[0];
      const names = [first, head].flatMap((one) => (one && wordsOf(one) ? [clip(wordsOf(one))] : []));
      const isNamed = first !== undefined && count > 0 && !pointing.test(wordsOf(first));
      const named = { names, row: isNamed ? [allHeads, at, ...row.map(wordsOf)].join('\t') : undefined };
      return cell.lines.map((line) => ({ line, cell: named }));
    }),
  );
}

function wordsOf({ lines }: Cell): string {
  return lines.map(({ text }) => text).join('');
}

/** In which column each cell begins: those that reach down from above take their place. */
function placeColumns(rows: readonly (readonly Cell[])[]): Map<Cell, number> {
  const columns = new Map<Cell, number>();
  let reaching: number[] = [];
  for (const row of rows) {
    const taken = [...reaching];
    reaching = reaching.map((left) => Math.max(0, left - 1));
    let at = 0;
    for (const cell of row) {
      while ((taken[at] ?? 0) > 0) at += 1;
      columns.set(cell, at);
      for (let column = at; column < at + cell.columns; column += 1) reaching[column] = cell.rows - 1;
      at += cell.columns;
    }
  }
  return columns;
}
