import { parseCells } from '../../core/form/paste.ts';
import type { Person } from '../../core/people/person.ts';
import { peopleMessage, readPeople } from '../../core/people/read-people.ts';
import { type PeopleTable, readPeopleTable } from '../../core/people/table.ts';
import { longestJson } from '../../core/text/limits.ts';
import { load } from '../parts/load.ts';
import { newId } from '../parts/new-id.ts';
import { part } from '../parts/parts.ts';
import { decodingWords, readTextFile } from '../parts/read-text-file.ts';
import type { PeopleContext } from './people-context.ts';
import { mergePeople } from './people-merge.ts';

/** Largest table that is opened, in bytes. */
const mostTableBytes = 10 * 1024 * 1024;

/** Takes a backup or a table of people into the list; what cannot be read is refused in words, and nothing changes. */
export async function importPeopleFile(context: PeopleContext, file: File): Promise<void> {
  complain(context, '');
  const isBackup = /\.json$/i.test(file.name);
  if (file.size > (isBackup ? longestJson : mostTableBytes)) {
    complain(context, isBackup ? peopleMessage({ kind: 'too-large' }) : words(context, 'tooLarge'));
    return;
  }
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    // Moved, deleted, or locked by another program.
    complain(context, words(context, 'unreadable'));
    return;
  }
  const isJson = isBackup || bytes.find((byte) => byte > 0x20 && byte < 0xef) === 0x7b;
  if (isJson) return takeBackup(context, bytes);
  const rows = await readRows(context, bytes);
  if (!rows) return;
  const table = readPeopleTable(rows);
  if (table.ok) await takeTable(context, table);
  else complain(context, words(context, 'noHead'));
}

/** Asks for cells of a spreadsheet, pasted. */
export function askForTable(context: PeopleContext): void {
  const { root } = context;
  const dialog = part(root, '[data-paste-dialog]', HTMLDialogElement);
  const field = part(dialog, '[data-paste-text]', HTMLTextAreaElement);
  const problem = part(dialog, '[data-paste-problem]', HTMLElement);
  const mark = (isWrong: boolean) => {
    problem.hidden = !isWrong;
    field.removeAttribute('aria-invalid');
    if (!isWrong) return;
    field.setAttribute('aria-invalid', 'true');
    field.focus();
  };
  field.value = '';
  mark(false);
  const controller = new AbortController();
  const { signal } = controller;
  const take = () => {
    const table = readPeopleTable(parseCells(field.value));
    mark(!table.ok);
    if (!table.ok) return;
    dialog.close();
    void takeTable(context, table).catch(context.failToLoad);
  };
  part(dialog, '[data-paste-do]', HTMLButtonElement).addEventListener('click', take, { signal });
  dialog.addEventListener('close', () => controller.abort(), { signal });
  dialog.showModal();
}

async function takeBackup(context: PeopleContext, bytes: Uint8Array): Promise<void> {
  let text: string;
  try {
    text = await readTextFile(bytes);
  } catch (error) {
    const message = decodingWords(error);
    if (message === undefined) throw error;
    complain(context, message);
    return;
  }
  const reading = readPeople(text);
  if (reading.ok) await mergePeople(context, reading.list.people);
  else complain(context, peopleMessage(reading.problem));
}

async function takeTable(context: PeopleContext, table: Extract<PeopleTable, { ok: true }>): Promise<void> {
  const people = table.people.map((texts): Person => ({ id: newId(8), texts, signed: [] }));
  const { nameless, unknown, cut } = table;
  const also = [
    ...(nameless > 0 ? ['nameless'] : []),
    ...(unknown.length > 0 ? ['unknown'] : []),
    ...(cut.length > 0 ? ['cut'] : []),
  ];
  await mergePeople(context, people, also, { l: String(nameless), k: unknown.join('、'), x: cut.join('、') });
}

/** The cells of the first sheet that has any; undefined where the page has said why not. */
async function readRows(context: PeopleContext, bytes: Uint8Array): Promise<string[][] | undefined> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const [{ readXlsx }, { readCsv }] = await load(
    Promise.all([import('../../importer/list/read-xlsx.ts'), import('../../importer/list/read-csv.ts')]),
  );
  try {
    const sheets = isZip ? readXlsx(bytes) : [readCsv(bytes, '')];
    const found = sheets.find(({ rows }) => rows.size > 0);
    return [...(found?.rows.values() ?? [])].map((row) =>
      Array.from({ length: Math.max(0, ...row.keys()) }, (_, column) => row.get(column + 1)?.text ?? ''),
    );
  } catch (error) {
    // The reader's other words are about lists of questions; what to do is the same whatever is wrong.
    complain(context, decodingWords(error) ?? words(context, 'unreadable'));
    return undefined;
  }
}

function words({ root }: PeopleContext, name: string): string {
  return part(root, '[data-import-problem]', HTMLElement).dataset[name] ?? '';
}

function complain({ root }: PeopleContext, message: string): void {
  const place = part(root, '[data-import-problem]', HTMLElement);
  place.hidden = message === '';
  place.textContent = message;
}
