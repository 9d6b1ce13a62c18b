import type { FormRow } from '../../record/v1/form/answers.ts';
import type { FormTable } from '../../record/v1/form/definition.ts';
import { rowsOf, tablesOf } from '../../record/v1/form/given.ts';
import { createPeopleStore, type PeopleStore } from '../../stores/people.ts';
import { part } from '../parts/parts.ts';
import { findForm } from './form-context.ts';

/** A table of people, its rows as they stand, and the list beside it. */
export interface PeopleTable {
  table: FormTable;
  rows(): FormRow[];
  set(rows: FormRow[]): void;
  people: PeopleStore;
  keepsNothing: boolean;
}

/** Opens the table around an element, with the list as it is kept by now. */
export async function openTable(root: HTMLElement): Promise<PeopleTable> {
  const { store, base } = findForm(root);
  const id = root.closest<HTMLElement>('[data-table]')?.dataset['table'] ?? '';
  const table = tablesOf(store.definition).find((one) => one.id === id);
  if (!table) throw new Error(`The form has no table "${id}".`);
  const keepsNothing = store.$keepsNothing.get();
  const people = createPeopleStore({ factory: () => indexedDB, base, now: () => new Date(), keepsNothing });
  await people.look();
  return {
    table,
    rows: () => rowsOf(store.$answers.get(), id),
    set: (rows) => store.setRows(id, rows),
    people,
    keepsNothing,
  };
}

/** Says something in the words of the element. */
export function say(
  root: HTMLElement,
  names: readonly string[],
  texts: Readonly<Record<string, string>> = {},
  focuses = true,
): void {
  const place = part(root, '[data-people-said]', HTMLElement);
  const fill = (words: string) => words.replace(/%([a-z])/g, (whole, key: string) => texts[key] ?? whole);
  place.textContent = names.map((name) => fill(root.dataset[name] ?? '')).join('');
  place.hidden = place.textContent === '';
  if (focuses) place.focus();
}
