import { toFillAddress } from '../../core/form/fill-address.ts';
import { type Entry, isInConflict, stateOf, textOf } from '../../core/register/entry.ts';
import type { Lead } from '../../core/register/rules.ts';
import { newId } from '../parts/new-id.ts';
import type { RegisterContext } from './register-context.ts';

/** So long is waited for what comes back of a decision, in milliseconds: later it is about something else. */
const wait = 2 * 60 * 60 * 1000;

/** Goes where entries lead: to a form with what is known of them, or to a decision whose result is waited for. */
export function followLead(
  context: RegisterContext,
  lead: Lead | undefined,
  entries: readonly Entry[],
  href: string,
): void {
  const { head, now, form } = context;
  if (lead && lead.returns.length > 0)
    head.put(awaited, [now().toISOString(), ...entries.map(({ id }) => id)].join(' '));
  if (!lead?.form || lead.table === undefined || lead.form === form.id) {
    location.assign(href);
    return;
  }
  const rows = entries.map((entry) => {
    const state = stateOf(entry);
    const cells = Object.entries(lead.gives).flatMap(([target, column]) => {
      const text = textOf(state, column);
      return text === '' ? [] : [[target, text] as const];
    });
    return { id: newId(8), cells: Object.fromEntries(cells) };
  });
  location.assign(href + toFillAddress({ header: {}, fields: {}, tables: { [lead.table]: rows } }).hash);
}

/**
 * The entries for which these cells are waited, because somebody went from them to a decision; that they were waited for is
 * forgotten. What was struck out or came into conflict meanwhile is left out.
 */
export function findAwaited(
  { head, store, rules, now }: RegisterContext,
  cells: Readonly<Record<string, string>>,
): { entries: Entry[]; lead: Lead } | undefined {
  const text = head.$texts.get()[awaited];
  if (text === undefined) return undefined;
  head.put(awaited, '');
  const [at = '', ...list] = text.split(' ');
  const ids = new Set(list);
  const entries = store.$state
    .get()
    .entries.filter((one) => ids.has(one.id) && !stateOf(one).struck && !isInConflict(one));
  const [first] = entries;
  const age = now().getTime() - Date.parse(at);
  if (!first || !(age >= 0 && age < wait)) return undefined;
  const given = Object.keys(cells);
  const lead = rules.tables[first.table]?.leads?.find(({ returns }) =>
    given.every((column) => returns.includes(column)),
  );
  return lead && given.length > 0 ? { entries, lead } : undefined;
}

/** Beside the head of the papers, whose fields have other names. */
const awaited = '/awaited';
