import { describe, expect, test } from 'vitest';
import { toCsv } from '../../src/core/csv/csv.ts';
import { arrange } from '../../src/core/register/arrange.ts';
import { readSheet } from '../../src/core/register/import-sheet.ts';
import { beginEntry } from '../../src/core/register/merge.ts';
import { toRegisterRows } from '../../src/core/register/to-sheet.ts';
import { readCsv } from '../../src/importer/list/read-csv.ts';
import type { FormColumn, FormTable } from '../../src/record/v1/form/definition.ts';
import { tablesOf } from '../../src/record/v1/form/given.ts';
import { library } from './papers-fixture.ts';

const lists = library.forms.flatMap(({ definition, register }) =>
  tablesOf(definition).flatMap((table) => {
    const rules = register?.tables[table.id];
    return rules ? [{ name: `${definition.id} ${table.id}`, table, rules }] : [];
  }),
);

/** Something in every column, of its kind. */
function fill({ columns }: FormTable): Record<string, string> {
  const textOf = ({ id, kind, options }: FormColumn) => {
    if (kind === 'date') return '2026-11-02';
    if (kind === 'moment') return '2026-11-02 09:05';
    if (kind === 'number') return '12';
    return kind === 'several' ? (options ?? []).join('\n') : (options?.[0] ?? `${id} です`);
  };
  return Object.fromEntries(columns.map((column) => [column.id, textOf(column)]));
}

describe('each list of each register', () => {
  test('is there', () => expect(lists.length).toBeGreaterThan(13));

  test.each(lists)(
    '$name goes out as a table, and every column comes back to itself, marks or not',
    ({ table, rules }) => {
      const cells = fill(table);
      const entry = beginEntry('e1', table.id, { cells }, { id: 's1', at: '2026-11-30T00:00:00.000Z', by: '見本花子' });
      const rows = toRegisterRows(table, rules, arrange([entry], rules));
      const readBack = (lines: string[][]) =>
        readSheet(readCsv(new TextEncoder().encode(toCsv(lines)), ''), table, true)?.reading;
      expect(readBack(rows)).toMatchObject({
        rows: [{ cells, mark: { entry: 'e1', state: 's1' } }],
        remarks: [],
        refused: [],
        leftOut: [],
      });
      const own = rows.map((row) => row.slice(0, table.columns.length));
      expect(readBack(own)).toMatchObject({ rows: [{ cells }], remarks: [], refused: [], leftOut: [] });
    },
  );
});
