import { addEntries, removeEntries, replaceValue } from './edit-yaml.ts';
import type { FillInPlan } from './fill-ins.ts';
import type { FieldPlan } from './plan-fields.ts';
import { asRecord, readData } from './read-register.ts';
import { toFlow } from './to-flow.ts';

/** Reads and changes files of the content folder. */
export interface Desk {
  textOf(path: string): string | undefined;
  put(path: string, text: string): void;
}

/** Adds the roles and records that the pages name and the registers lack, and takes out records that nobody names. */
export function putRegisters(id: string, { roles, records, goneRecords }: FieldPlan, desk: Desk): void {
  desk.put('roles.yaml', addEntries(desk.textOf('roles.yaml') ?? '', [id], roles));
  const rest = removeEntries(desk.textOf('records.yaml') ?? '', [id], goneRecords);
  desk.put('records.yaml', addEntries(rest, [id], records));
}

/** The files as they are where nothing is written yet. */
const empty = {
  'choices.yaml': 'choices: {}\nblanks: {}\n',
  'organization.yaml':
    "name: ''\nroles: {}\ncontacts: { handbook: '', incident: '' }\nmonths: {}\nrevisions: {}\nchoices: {}\nblanks: {}\n",
};

/** Where the company lists the documents in force, a new one is in force. */
export function putInForce(id: string, desk: Desk): void {
  const path = 'organization.yaml';
  const text = desk.textOf(path);
  const { handbooks } = text === undefined ? {} : readData(new Map([[path, text]]), path);
  if (text === undefined || !Array.isArray(handbooks) || handbooks.includes(id)) return;
  desk.put(path, replaceValue(text, 'handbooks', toFlow([...handbooks, id])));
}

/**
 * Adds the blanks and choices that the pages name, open; and takes out those of this handbook that stood in a page before
 * and stand in none any more.
 * @param pages texts of the pages; @param before ids that they named at the last import
 * @returns ids that were taken out although the company had decided them
 */
export function putFillIns(
  plan: FillInPlan,
  pages: readonly string[],
  before: ReadonlySet<string>,
  desk: Desk,
): string[] {
  const named = new Set(
    pages.flatMap((page) => [...page.matchAll(/<(?:Blank|Choice) id="(\w+)"/g)].map(([, id]) => id)),
  );
  const lost: string[] = [];
  for (const kind of ['choices', 'blanks'] as const) {
    const path = 'choices.yaml';
    const known = asRecord(readData(new Map([[path, desk.textOf(path) ?? '']]), path)[kind]);
    const values = asRecord(readData(new Map([[path, desk.textOf('organization.yaml') ?? '']]), path)[kind]);
    const gone = [...before].filter((id) => id in known && !named.has(id) && /x?n\d+$/.test(id));
    const open = kind === 'choices' ? 'unset' : '';
    lost.push(...gone.filter((id) => id in values && String(values[id]) !== open));
    const fresh = Object.entries(plan[kind]).filter(([id]) => named.has(id) && !(id in known));
    const changes = {
      'choices.yaml': Object.fromEntries(fresh),
      'organization.yaml': Object.fromEntries(fresh.filter(([id]) => !(id in values)).map(([id]) => [id, open])),
    };
    for (const file of ['choices.yaml', 'organization.yaml'] as const) {
      const text = desk.textOf(file) ?? (fresh.length > 0 ? empty[file] : '');
      desk.put(file, addEntries(removeEntries(text, [kind], gone), [kind], changes[file]));
    }
  }
  return lost;
}
