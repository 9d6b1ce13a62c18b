import { findByName, findPeople, findSigned, putPerson, withSigned } from '../../core/people/edit.ts';
import { keepTexts, mostPeople, type PeopleList, type Person, textOf } from '../../core/people/person.ts';
import { peopleMessage, readPeople } from '../../core/people/read-people.ts';
import { isNamedIn, toTexts, withPeople } from '../../core/people/to-rows.ts';
import { formatDate } from '../../core/text/date.ts';
import { longestJson } from '../../core/text/limits.ts';
import type { FormRow } from '../../record/v1/form/answers.ts';
import type { FormTable } from '../../record/v1/form/definition.ts';
import { rowsOf, tablesOf } from '../../record/v1/form/given.ts';
import { mostRows } from '../../record/v1/form/limits.ts';
import { createPeopleStore, type PeopleStore } from '../../stores/people.ts';
import { newId } from '../parts/new-id.ts';
import { part, show, today } from '../parts/parts.ts';
import { fillSlots } from '../parts/templates.ts';
import { findForm } from './form-context.ts';

/** A table of people, its rows as they stand, and the list beside it. */
interface Place {
  table: FormTable;
  rows(): FormRow[];
  set(rows: FormRow[]): void;
  people: PeopleStore;
  keepsNothing: boolean;
}

async function open(root: HTMLElement): Promise<Place> {
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

/** Lets somebody choose people of the list; they fill the empty rows and then new ones. */
export async function choosePeople(root: HTMLElement): Promise<void> {
  const { table, rows, set, people, keepsNothing } = await open(root);
  const dialog = part(root, '[data-choose-dialog]', HTMLDialogElement);
  const words = part(dialog, '[data-choose-words]', HTMLInputElement);
  const file = part(dialog, '[data-choose-file]', HTMLInputElement);
  const chosen = new Set<string>();
  let { list } = people.$state.get();
  const render = () => {
    const found = findPeople(list, words.value);
    show(dialog, '[data-choose-none]', list.people.length === 0);
    show(dialog, '[data-choose-find]', list.people.length > 5);
    show(dialog, '[data-choose-all]', found.length > 1);
    part(dialog, '[data-choose-rows]', HTMLElement).replaceChildren(
      ...found.map((person) => renderChoice(dialog, person, { table, rows: rows(), chosen, changed: count })),
    );
    count();
  };
  const count = () => {
    const place = part(dialog, '[data-choose-count]', HTMLElement);
    const texts: Record<string, string> = { f: String(list.people.length), c: String(chosen.size) };
    place.textContent =
      list.people.length === 0
        ? ''
        : (place.dataset['words'] ?? '').replace(/%([fc])/g, (_, key: string) => texts[key] ?? '');
  };
  const controller = new AbortController();
  const { signal } = controller;
  words.value = '';
  words.addEventListener('input', render, { signal });
  const all = () => {
    for (const { id } of findPeople(list, words.value)) chosen.add(id);
    render();
  };
  const read = async () => {
    const [one] = file.files ?? [];
    const opened = one && (await readBackup(dialog, one));
    file.value = '';
    if (!opened) return;
    list = opened;
    chosen.clear();
    render();
  };
  file.addEventListener('change', () => void read(), { signal });
  show(dialog, '[data-choose-problem]', false);
  show(dialog, '[data-choose-off]', keepsNothing);
  render();
  const press = (selector: string, act: () => void) =>
    part(dialog, selector, HTMLButtonElement).addEventListener('click', act, { signal });
  press('[data-choose-all]', all);
  press('[data-choose-open]', () => file.click());
  press('[data-choose-take]', () => dialog.close('yes'));
  press('[data-choose-close]', () => dialog.close());
  const take = () => {
    controller.abort();
    // In the order of the list, whatever the order of choosing.
    const taken = list.people.filter(({ id }) => chosen.has(id)).slice(0, mostRows);
    if (dialog.returnValue !== 'yes' || taken.length === 0) return;
    set(withPeople(rows(), taken, table.columns, newId));
    say(root, ['chosen'], { c: String(taken.length) });
  };
  dialog.returnValue = '';
  dialog.addEventListener('close', take, { once: true });
  dialog.showModal();
}

function renderChoice(
  dialog: HTMLElement,
  person: Person,
  { table, rows, chosen, changed }: { table: FormTable; rows: FormRow[]; chosen: Set<string>; changed: () => void },
): HTMLElement {
  const template = part(dialog, '[data-choose-template]', HTMLTemplateElement);
  const item = part(document.importNode(template.content, true), 'li', HTMLElement);
  const facts = (['affiliation', 'post', 'employer'] as const).map((key) => textOf(person, key)).filter(Boolean);
  fillSlots(item, { name: textOf(person, 'name'), facts: facts.join('、') });
  show(
    item,
    '[data-there]',
    rows.some((row) => isNamedIn(row, table.columns, person)),
  );
  const box = part(item, 'input', HTMLInputElement);
  box.checked = chosen.has(person.id);
  box.addEventListener('change', () => {
    if (box.checked) chosen.add(person.id);
    else chosen.delete(person.id);
    changed();
  });
  return item;
}

/** The list of a backup file, for this dialog only; undefined where the page has said why not. */
async function readBackup(dialog: HTMLElement, file: File): Promise<PeopleList | undefined> {
  const place = part(dialog, '[data-choose-problem]', HTMLElement);
  const complain = (message: string) => {
    place.textContent = message;
    place.hidden = message === '';
    return undefined;
  };
  if (file.size > longestJson) return complain(peopleMessage({ kind: 'too-large' }));
  try {
    const reading = readPeople(new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()));
    complain(reading.ok ? '' : peopleMessage(reading.problem));
    return reading.ok ? reading.list : undefined;
  } catch (error) {
    // No UTF-8; or moved, deleted, or locked by another program.
    return complain(
      error instanceof TypeError ? peopleMessage({ kind: 'not-json' }) : (place.dataset['unreadable'] ?? ''),
    );
  }
}

/** Puts the person of a row into the list, what the list does not keep left out. */
export async function addToList(root: HTMLElement, rowId: string): Promise<void> {
  const { table, rows, people, keepsNothing } = await open(root);
  const row = rows().find(({ id }) => id === rowId);
  const texts = row ? toTexts(row, table.columns) : {};
  const named = { n: texts.name ?? '' };
  if (keepsNothing) return say(root, ['onPage']);
  if (texts.name === undefined) return say(root, ['nameless']);
  let names: string[] = [];
  await people.change((list) => {
    const isThere = row && list.people.some((person) => isNamedIn(row, table.columns, person));
    if (isThere || list.people.length >= mostPeople) {
      names = [isThere ? 'known' : 'full'];
      return undefined;
    }
    const kept = keepTexts(texts, list.keeps);
    names = ['added', ...(Object.keys(kept).length < Object.keys(texts).length ? ['leftOut'] : [])];
    return putPerson(list, { id: newId(8), texts: kept, signed: [] });
  });
  say(root, people.$saving.get() === 'failed' || people.$trouble.get() ? ['notKept'] : names, named);
}

/** Lists who of the table has signed this pledge. */
export async function showSigners(root: HTMLElement): Promise<void> {
  const { table, rows, people, keepsNothing } = await open(root);
  const { pledge = '', pledgeTitle = '' } = root.dataset;
  const dialog = part(root, '[data-signers-dialog]', HTMLDialogElement);
  const template = part(dialog, '[data-signers-template]', HTMLTemplateElement);
  const close = part(dialog, '[data-signers-close]', HTMLButtonElement);
  const render = () => {
    const { list } = people.$state.get();
    const named = rows().flatMap((row) => toTexts(row, table.columns).name ?? []);
    const items = [...new Set(named)].map((name) => {
      const item = part(document.importNode(template.content, true), 'li', HTMLElement);
      const [person, ...others] = findByName(list, name);
      const signed = [person, ...others].flatMap((one) => (one && findSigned(one, pledge)) ?? []).at(-1);
      fillSlots(item, { name, on: signed ? formatDate(signed.on) : '' });
      show(item, '[data-state="signed"]', signed !== undefined);
      show(item, '[data-state="open"]', person !== undefined && others.length === 0 && !signed);
      show(item, '[data-state="absent"]', person === undefined);
      part(item, '[data-sign]', HTMLButtonElement).addEventListener('click', () => void sign(name, person));
      return item;
    });
    show(dialog, '[data-signers-none]', items.length === 0);
    part(dialog, '[data-signers-rows]', HTMLElement).replaceChildren(...items);
    if (keepsNothing) show(dialog, '[data-sign]', false);
  };
  const sign = async (name: string, person: Person | undefined) => {
    const fact = { form: pledge, title: pledgeTitle, documentNumber: '', on: today(new Date()) };
    await people.change((list) => {
      const known = list.people.find(({ id }) => id === person?.id);
      return known && putPerson(list, withSigned(known, fact));
    });
    render();
    close.focus();
    say(root, ['signed'], { n: name }, false);
  };
  render();
  close.onclick = () => dialog.close();
  dialog.showModal();
}

function say(
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
