import { findForm } from '../../record/contents.ts';
import type { FormTable } from '../../record/v1/form/definition.ts';
import { findCell, rowsOf, tablesOf } from '../../record/v1/form/given.ts';
import type { PaperSheet } from '../form/sheets.ts';
import { type CheckResult, tabulateResults } from './check-results.ts';
import { labelOf, toText } from './said.ts';

/** Excel takes no longer names. */
const longestName = 31;
/** Most sheets and rows of tables: a hostile file could ask for thousands of either. What is beyond stands in the first sheet. */
const mostSheets = 60;
const mostRows = 50_000;

/** Rows of one table of one form, of all its files. */
interface Rows {
  title: string;
  texts: string[][];
}

/**
 * The results as sheets of texts: the first has a row for each file, as the CSV; then each table of a form has a sheet of its
 * own, with a row for each of its rows, whosever file it is in. Every cell is a text, so nothing in it is computed.
 * @param verifier name and version of what made the check; @param toCell what may stand in a cell, out of a stranger's text
 */
export function toResultSheets(
  results: readonly CheckResult[],
  verifier: string,
  toCell: (text: string) => string,
): PaperSheet[] {
  const taken = new Set<string>();
  const sheets: Rows[] = [{ title: '結果', texts: tabulateResults(results, verifier) }, ...tableRows(results)];
  return sheets.map(({ title, texts }) => ({
    name: nameSheet(title, taken),
    widths: (texts[0] ?? []).map((head) => Math.max(12, Math.min(40, 2 * head.length + 4))),
    rows: texts.map((row) => row.map((text) => ({ kind: 'text', text: toCell(text) }))),
  }));
}

function tableRows(results: readonly CheckResult[]): Rows[] {
  const sheets = new Map<string, Rows>();
  let count = 0;
  for (const { fileName, signed } of results) {
    const form = signed && findForm(signed.file);
    if (!form) continue;
    const { definition, answers } = form;
    for (const table of tablesOf(definition)) {
      const heads = toHeads(table);
      // Two files with other columns under one number get a sheet each.
      const key = JSON.stringify([definition.id, definition.version, table.id, heads]);
      const sheet = sheets.get(key) ?? { title: `${table.title || table.row} ${definition.title}`, texts: [heads] };
      if (!sheets.has(key) && sheets.size < mostSheets) sheets.set(key, sheet);
      for (const [index, row] of rowsOf(answers, table.id).entries()) {
        count += 1;
        if (count > mostRows) break;
        const cells = table.columns.map((column) => toText(column, findCell(row, column.id)));
        sheet.texts.push([fileName, signed.documentNumber, String(index + 1), ...cells]);
      }
    }
  }
  return [...sheets.values()];
}

function toHeads({ columns }: FormTable): string[] {
  return ['ファイル名', '文書番号', '行', ...columns.map((column) => labelOf(column, ''))];
}

/** Without what Excel takes in no name, each once. */
function nameSheet(title: string, taken: Set<string>): string {
  const plain = title.replace(/[\p{C}\\/?*[\]:']/gu, ' ').trim() || '表';
  let name = cut(plain, longestName);
  for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${cut(plain, longestName - 4)} ${count}`;
  taken.add(name.toLowerCase());
  return name;
}

/** By UTF-16 units, as Excel counts, and never inside a character. */
function cut(text: string, most: number): string {
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > most) break;
    kept += character;
  }
  return kept.trim();
}
