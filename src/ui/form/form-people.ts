import { findPeople, putPerson } from '../../core/people/edit.ts';
import { keepTexts, mostPeople, type PeopleList, type Person, textOf } from '../../core/people/person.ts';
import { peopleMessage, readPeople } from '../../core/people/read-people.ts';
import { isNamedIn, toTexts, withPeople } from '../../core/people/to-rows.ts';
import { longestJson } from '../../core/text/limits.ts';
import type { FormRow } from '../../record/v1/form/answers.ts';
import type { FormTable } from '../../record/v1/form/definition.ts';
import { mostRows } from '../../record/v1/form/limits.ts';
import { newId } from '../parts/new-id.ts';
import { part, show } from '../parts/parts.ts';
import { decodingWords, readTextFile } from '../parts/read-text-file.ts';
import { fillSlots } from '../parts/templates.ts';
import { openTable, say } from './people-table.ts';

/** Lets somebody choose people of the list; they fill the empty rows and then new ones. */
export async function choosePeople(root: HTMLElement): Promise<void> {
  const { table, rows, set, people, keepsNothing } = await openTable(root);
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
    const reading = readPeople(await readTextFile(file));
    complain(reading.ok ? '' : peopleMessage(reading.problem));
    return reading.ok ? reading.list : undefined;
  } catch (error) {
    // Otherwise moved, deleted, or locked by another program.
    return complain(decodingWords(error) ?? place.dataset['unreadable'] ?? '');
  }
}

/** Puts the person of a row into the list, what the list does not keep left out. */
export async function addToList(root: HTMLElement, rowId: string): Promise<void> {
  const { table, rows, people, keepsNothing } = await openTable(root);
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
