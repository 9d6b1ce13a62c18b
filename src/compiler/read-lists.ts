import { join, relative } from 'node:path';
import type { FillIns } from '../core/tailoring/fill-ins.ts';
import { type FilledList, findRowFaults, type ListRow } from '../core/tailoring/list-rows.ts';
import type { Faults } from './faults.ts';
import { listFiles } from './list-files.ts';
import { readYaml } from './parse-yaml.ts';
import { shapes } from './shapes.ts';

/**
 * The lists of choices.yaml with the rows that the company has written in lists/<id>.yaml. A list without a file keeps the
 * rows of the sample. The lists of a document that is switched off stand in no page, and their rows are nowhere shown.
 */
export async function readLists(lists: FillIns['lists'] = {}, faults: Faults): Promise<Record<string, FilledList>> {
  const filled: Record<string, FilledList> = { ...lists };
  const known = Object.entries(lists).map(([id, { title }]): [string, string] => [id, title]);
  for (const name of await listFiles('lists', '.yaml', faults)) {
    const file = join(faults.root, 'lists', `${name}.yaml`);
    const read = await readYaml(`lists/${name}.yaml`, shapes.list, faults);
    if (!faults.checkKnown('list', name, known, { file, line: 1, path: '' }, 'choices.yaml') || !read) continue;
    if (read.id !== name) {
      const hint = `「${name}」と書いてください。`;
      faults.add(`id「${read.id}」が、ファイルの名前と違います。`, { file, path: 'id' }, hint);
    }
    const list = lists[name];
    if (list) filled[name] = { ...list, rows: checkRows(list, read.rows, file, faults) };
  }
  return filled;
}

/** Says of each cell that is wrong what would be right. @returns the rows without empty cells */
function checkRows(list: FilledList, rows: readonly ListRow[], file: string, faults: Faults): ListRow[] {
  const columns = list.columns.map(({ id, label }): [string, string] => [id, label]);
  for (const [index, row] of rows.entries()) {
    for (const id of Object.keys(row)) {
      faults.checkKnown('column', id, columns, { file, path: `rows[${index}].${id}` }, 'choices.yaml');
    }
  }
  for (const { row, column, problem, hint } of findRowFaults(list, rows)) {
    // Of a column that is not there the row is at fault; a misspelt one, and one that is no text, are told already.
    const isThere = rows[row]?.[column] !== undefined;
    if (!isThere && (faults.isMeant('column', column) || faults.isLost(relative(faults.root, file), column))) continue;
    faults.add(problem, { file, path: `rows[${row}]${isThere ? `.${column}` : ''}` }, hint);
  }
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).flatMap(([id, text]) => (text.trim() === '' ? [] : [[id, text.trim()]]))),
  );
}
