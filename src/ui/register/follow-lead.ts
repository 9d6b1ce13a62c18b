import { toFillAddress } from '../../core/form/fill-address.ts';
import { type Entry, stateOf, textOf } from '../../core/register/entry.ts';
import type { Lead } from '../../core/register/rules.ts';
import { newId } from '../parts/new-id.ts';
import type { RegisterContext } from './register-context.ts';

/** So long is waited for what comes back of a decision, in milliseconds: later it is about something else. */
const wait = 2 * 60 * 60 * 1000;

/** Goes where an entry leads: to a form with what is known of it, or to a decision whose result is waited for. */
export function followLead(context: RegisterContext, lead: Lead | undefined, entry: Entry, href: string): void {
  const { head, now, form } = context;
  if (lead && lead.returns.length > 0) head.put(awaited, `${entry.id} ${now().toISOString()}`);
  if (!lead?.form || lead.table === undefined || lead.form === form.id) {
    location.assign(href);
    return;
  }
  const state = stateOf(entry);
  const cells = Object.entries(lead.gives).flatMap(([target, column]) => {
    const text = textOf(state, column);
    return text === '' ? [] : [[target, text] as const];
  });
  const tables = { [lead.table]: [{ id: newId(8), cells: Object.fromEntries(cells) }] };
  location.assign(href + toFillAddress({ header: {}, fields: {}, tables }).hash);
}

/**
 * The entry for which these cells are waited, because somebody went from it to a decision; that it was waited for is
 * forgotten.
 */
export function findAwaited(
  { head, store, rules, now }: RegisterContext,
  cells: Readonly<Record<string, string>>,
): { entry: Entry; lead: Lead } | undefined {
  const text = head.$texts.get()[awaited];
  if (text === undefined) return undefined;
  head.put(awaited, '');
  const [id, at = ''] = text.split(' ');
  const entry = store.$state.get().entries.find((one) => one.id === id);
  const age = now().getTime() - Date.parse(at);
  if (!entry || !(age >= 0 && age < wait) || stateOf(entry).struck) return undefined;
  const given = Object.keys(cells);
  const lead = rules.tables[entry.table]?.leads?.find(({ returns }) =>
    given.every((column) => returns.includes(column)),
  );
  return lead && given.length > 0 ? { entry, lead } : undefined;
}

/** Beside the head of the papers, whose fields have other names. */
const awaited = '/awaited';
