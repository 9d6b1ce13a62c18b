import { toCsv } from '../../core/csv/csv.ts';
import { writePeople } from '../../core/people/read-people.ts';
import { toPeopleTable } from '../../core/people/table.ts';
import { load } from '../parts/load.ts';
import { download, today } from '../parts/parts.ts';
import type { PeopleContext } from './people-context.ts';

/** Hands out the whole list as a backup file, and remembers that there is one. */
export async function saveBackup({ store, say }: PeopleContext): Promise<void> {
  await store.look();
  const name = `人の一覧_${today(new Date())}.json`;
  download(name, 'application/json', writePeople(store.$state.get().list));
  await store.markBackup();
  say(['backed']);
}

/** Hands out the list as a table. */
export async function writeTable({ store, say }: PeopleContext, kind: 'csv' | 'xlsx'): Promise<void> {
  const rows = toPeopleTable(store.$state.get().list);
  const name = `人の一覧_${today(new Date())}.${kind}`;
  if (kind === 'csv') download(name, 'text/csv;charset=utf-8', toCsv(rows));
  else {
    const { writeWorkbook } = await load(import('../parts/write-workbook.ts'));
    const sheet = {
      name: '人の一覧',
      widths: (rows[0] ?? []).map((label) => Math.max(14, label.length * 2 + 2)),
      rows: rows.map((row) => row.map((text) => ({ kind: 'text', text }) as const)),
    };
    const bytes = new Uint8Array(await (await writeWorkbook([sheet])).arrayBuffer());
    download(name, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes);
  }
  say(['written']);
}
