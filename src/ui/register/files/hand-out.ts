import { toCsv } from '../../../core/csv/csv.ts';
import { writeRegister } from '../../../core/register/read-register.ts';
import { toRegisterRows, toRegisterSheet } from '../../../core/register/to-sheet.ts';
import { load } from '../../parts/load.ts';
import { download, part, today } from '../../parts/parts.ts';
import type { RegisterContext } from '../register-context.ts';
import { RegisterList } from '../register-list.ts';
import { toCount, words } from './file-words.ts';

/** Hands out the whole register, every state of every entry, and remembers that there is a backup. */
export async function saveBackup(context: RegisterContext): Promise<void> {
  const { store, form, now, say } = context;
  await store.look();
  const { entries } = store.$state.get();
  const name = `${toFileName(form.title)}_控え_${today(now())}.json`;
  download(name, 'application/json', writeRegister({ form: form.id, entries }));
  await store.markBackup();
  say(words(context, ['backed']));
}

/** Hands out the list as it is shown. */
export async function writeTable(context: RegisterContext, kind: 'csv' | 'xlsx'): Promise<void> {
  const { root, form, tables, now, say } = context;
  const { found, list } = part(root, 'register-list', RegisterList);
  const { table, rules } = list;
  const parts = [form.title, ...(tables.length > 1 ? [table.title || table.row] : []), today(now())];
  const name = `${parts.map(toFileName).join('_')}.${kind}`;
  if (kind === 'csv') download(name, 'text/csv;charset=utf-8', toCsv(toRegisterRows(table, rules, found)));
  else {
    const { writeWorkbook } = await load(import('../../form/write-workbook.ts'));
    const bytes = new Uint8Array(await (await writeWorkbook([toRegisterSheet(table, rules, found)])).arrayBuffer());
    download(name, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes);
  }
  say(words(context, ['written'], { n: toCount(found.length) }));
}

/** Without what a file system takes in no name. */
export function toFileName(text: string): string {
  return text.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim();
}
