import type { FormAnswers } from '../../record/v1/form/answers.ts';
import type { FormDefinition, FormTable } from '../../record/v1/form/definition.ts';
import { fieldsOf, findCell, findField, rowsOf, tablesOf } from '../../record/v1/form/given.ts';
import { takeText } from '../form/take-text.ts';
import type { IncomingRow } from './plan-rows.ts';

/** A paper whose rows become entries: signed, and verified before. */
export interface Paper {
  definition: FormDefinition;
  answers: FormAnswers;
  documentNumber: string;
}

/** Fewer columns than these in common are no table of the same things. */
const fewest = 2;

/** An id that the page of a register made by chance, or of what it took: of one entry alone. A paper's rows may be `row-1`. */
const entryId = /^(?:[0-9a-f]{16}){1,2}$/;

/**
 * The rows of a paper as entries of a register, by table: of its own form those of the same table, of another one those of
 * the table that has most columns in common, what the fields say beside them; of a form of fields alone one entry. An entry
 * is known again by the number of the document and its row.
 */
export function takePaper(
  { definition, answers, documentNumber }: Paper,
  form: Pick<FormDefinition, 'id'>,
  tables: readonly FormTable[],
): Map<string, IncomingRow[]> {
  const isOwn = definition.id === form.id;
  const from = `文書番号 ${documentNumber}`;
  const taken = new Map<string, IncomingRow[]>();
  const add = (table: FormTable, rowId: string, textOf: (id: string) => string) => {
    const cells = Object.fromEntries(table.columns.flatMap((column) => takeText(column, textOf(column.id))));
    const required = table.columns.filter((column) => column.required);
    if (required.length > 0 && !required.some(({ id }) => cells[id] !== undefined)) return;
    const id = isOwn && entryId.test(rowId) ? { id: rowId } : {};
    const rows = taken.get(table.id) ?? [];
    taken.set(table.id, [...rows, { cells, from, key: `${documentNumber} ${rowId}`, ...id }]);
  };
  for (const source of tablesOf(definition)) {
    const table = isOwn ? tables.find(({ id }) => id === source.id) : findLike(source, tables);
    if (!table) continue;
    const known = new Set(source.columns.map(({ id }) => id));
    for (const row of rowsOf(answers, source.id))
      add(table, row.id, (id) => (known.has(id) || isOwn ? findCell(row, id) : findField(answers, id)));
  }
  if (taken.size > 0 || isOwn) return taken;
  const fields = new Set(fieldsOf(definition).map(({ id }) => id));
  const [table] = orderByShared(tables, fields);
  if (table) add(table, 'fields', (id) => findField(answers, id));
  return taken;
}

function findLike(source: FormTable, tables: readonly FormTable[]): FormTable | undefined {
  return orderByShared(tables, new Set(source.columns.map(({ id }) => id)))[0];
}

/** Those that have enough in common, the most first. */
function orderByShared(tables: readonly FormTable[], ids: ReadonlySet<string>): FormTable[] {
  const shared = (table: FormTable) => table.columns.filter(({ id }) => ids.has(id)).length;
  return tables.filter((table) => shared(table) >= fewest).sort((a, b) => shared(b) - shared(a));
}
