import { type Filling, toFillAddress } from '../../core/form/fill-address.ts';
import type { Entry } from '../../core/register/entry.ts';
import { mergeEntries } from '../../core/register/merge.ts';
import type { IncomingRow } from '../../core/register/plan-rows.ts';
import { type Paper, takePaper } from '../../core/register/take-paper.ts';
import { validateEntry } from '../../core/register/validate-entry.ts';
import { toSentForm } from '../../record/v1/form/answer-set.ts';
import type { FormTable } from '../../record/v1/form/definition.ts';
import { tablesOf } from '../../record/v1/form/given.ts';
import { createKeptTexts } from '../../stores/kept-texts.ts';
import {
  NewerRegisterError,
  putKeptEntries,
  RegisterLimitError,
  readKeptRegister,
  registerPlace,
} from '../../stores/register-box.ts';
import { newId } from '../parts/new-id.ts';
import { part, today } from '../parts/parts.ts';
import { toWords } from '../parts/to-words.ts';
import { type FetchedRegister, fetchRegister } from '../register/fetch-register.ts';
import { planFor } from '../register/files/take-rows.ts';
import { type FormContext, findForm, makeFormRecord } from './form-context.ts';

/** What became of a paper's rows, by the names of sentences and what fills their gaps. */
interface PutPaper {
  names: string[];
  counts: Record<string, number>;
}

/**
 * Puts the rows of the paper that is shown into a register, under the number of the document, and tells what became of
 * them; the same paper twice adds nothing. On a shared device nothing is kept: the address carries them.
 * @param element holds the words; @param button names the register
 * @throws Error when the register's form does not arrive
 */
export async function putIntoRegister(element: HTMLElement, button: HTMLElement): Promise<void> {
  const context = findForm(element);
  const id = button.dataset['intoRegister'] ?? '';
  const { names, counts } = await putPaper(context, id);
  const said = part(element, '[data-into-said]', HTMLElement);
  const texts = Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, count.toLocaleString('en')]));
  part(said, '[data-into-words]', HTMLElement).textContent = toWords(said, names, texts);
  const link = part(said, '[data-into-link]', HTMLAnchorElement);
  link.href = `${context.base}registers/${id}/`;
  link.hidden = context.store.$keepsNothing.get();
  said.hidden = false;
  said.focus();
}

async function putPaper(context: FormContext, registerId: string): Promise<PutPaper> {
  const { base, store } = context;
  const [register, made] = await Promise.all([fetchRegister(base, registerId), makeFormRecord(context)]);
  const { definition } = store;
  const answers = toSentForm(definition, store.$answers.get());
  const tables = tablesOf(register.form).filter(({ id }) => Object.hasOwn(register.rules.tables, id));
  const paper: Paper = { definition, answers, documentNumber: made.record.summary.number };
  const rows = takePaper(paper, register.form, tables);
  if (rows.size === 0) return { names: ['none'], counts: {} };
  if (store.$keepsNothing.get()) return carry(base, registerId, rows);
  try {
    return await keep(context, register, tables, rows, answers.header.checker);
  } catch (error) {
    if (error instanceof RegisterLimitError) return { names: ['full'], counts: {} };
    if (error instanceof NewerRegisterError) return { names: ['newer'], counts: {} };
    throw error;
  }
}

async function keep(
  { base }: FormContext,
  { form, rules }: FetchedRegister,
  tables: readonly FormTable[],
  rows: ReadonlyMap<string, IncomingRow[]>,
  checker: string,
): Promise<PutPaper> {
  const place = registerPlace(() => indexedDB, base, form.id);
  const before = (await readKeptRegister(place))?.entries ?? [];
  const now = new Date();
  const at = now.toISOString();
  const { name = checker } = createKeptTexts(() => localStorage, `kitei:${base}:writer`, false).$texts.get();
  const writing = () => ({ id: newId(8), at, by: name });
  let entries: readonly Entry[] = before;
  let same = 0;
  for (const table of tables) {
    const columns = table.columns.map(({ id }) => id);
    const plan = planFor({ form, rules, writing }, entries, table.id, rows.get(table.id) ?? [], columns);
    entries = plan.merged.entries;
    same += plan.same;
  }
  const planned = mergeEntries(before, entries);
  const written = new Set([...planned.added, ...planned.changed]);
  const { added, changed, conflicts } = await putKeptEntries(
    place,
    entries.filter(({ id }) => written.has(id)),
    at,
  );
  const lacking = tables.reduce((sum, table) => {
    const own = rules.tables[table.id];
    const isLacking = ({ cells }: IncomingRow) => own && validateEntry(form, table, own, cells, today(now)).length > 0;
    return sum + (rows.get(table.id) ?? []).filter(isLacking).length;
  }, 0);
  const isNew = added.length + changed.length > 0;
  return {
    names: [
      ...(added.length > 0 ? ['added'] : []),
      ...(changed.length > 0 ? ['changed'] : []),
      ...(same > 0 ? ['same'] : []),
      ...(conflicts.length > 0 ? ['conflicts'] : []),
      ...(isNew && lacking > 0 ? ['lacking'] : []),
    ],
    counts: { n: added.length, c: changed.length, s: same, k: conflicts.length, l: lacking },
  };
}

/** In a window of its own: leaving the page would lose the paper, which is nowhere else. */
function carry(base: string, registerId: string, rows: ReadonlyMap<string, IncomingRow[]>): PutPaper {
  const tables = Object.fromEntries(
    [...rows].map(([id, list]) => [id, list.map(({ cells }, index) => ({ id: `row-${index + 1}`, cells }))]),
  );
  const filling: Filling = { header: {}, fields: {}, tables };
  const { hash, left } = toFillAddress(filling);
  if (left > 0) return { names: ['long'], counts: {} };
  const isOpen = window.open(`${base}registers/${registerId}/${hash}`) !== null;
  return { names: [isOpen ? 'carried' : 'blocked'], counts: {} };
}
