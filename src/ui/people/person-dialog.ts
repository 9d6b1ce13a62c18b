import { putPerson, withSigned } from '../../core/people/edit.ts';
import {
  isDayKey,
  isPersonKey,
  keysOf,
  type PeopleList,
  type Person,
  personNames,
  textOf,
} from '../../core/people/person.ts';
import { isLine } from '../../core/people/read-people.ts';
import { findForbidden, forbiddenMessage } from '../../core/text/characters.ts';
import { isDate, toDateText } from '../../core/text/date.ts';
import type { PersonKey } from '../../record/v1/form/definition.ts';
import { part, show, today } from '../parts/parts.ts';
import { toWords } from '../parts/to-words.ts';
import type { PeopleContext } from './people-context.ts';

/**
 * Asks for what is known of a person, in the page's dialog.
 * @returns the person as to be kept, or undefined when it was given up
 */
export function askPerson(
  root: ParentNode,
  given: Person,
  list: PeopleList,
  isKnown: boolean,
): Promise<Person | undefined> {
  const dialog = part(root, '[data-person-dialog]', HTMLDialogElement);
  const form = part(dialog, 'form', HTMLFormElement);
  const keys = keysOf(list);
  part(dialog, '[data-person-heading]', HTMLElement).textContent =
    dialog.dataset[isKnown ? 'titleKnown' : 'titleNew'] ?? '';
  for (const field of form.querySelectorAll<HTMLElement>('[data-person-field]')) {
    const key = field.dataset['personField'];
    field.hidden = !keys.some((kept) => kept === key);
    if (isPersonKey(key)) inputOf(form, key).value = textOf(given, key);
  }
  tellFault(form, undefined);
  const read = (): Person | undefined => {
    const entries = keys.flatMap((key): [PersonKey, string][] => {
      const typed = inputOf(form, key).value.trim();
      return typed === '' ? [] : [[key, isDayKey(key) ? toDateText(typed) : typed]];
    });
    const texts: Person['texts'] = Object.fromEntries(entries);
    const fault = findFault(texts, entries);
    tellFault(form, fault);
    return fault ? undefined : { ...given, texts };
  };
  return askIn(dialog, read);
}

/** Asks which pledge a person signed and when, and records it. */
export async function askSignature(context: PeopleContext, person: Person): Promise<void> {
  const { root, act } = context;
  const dialog = part(root, '[data-sign-dialog]', HTMLDialogElement);
  const choice = part(dialog, '[data-sign-form]', HTMLSelectElement);
  const field = part(dialog, '[data-sign-on]', HTMLInputElement);
  part(dialog, '[data-sign-name]', HTMLElement).textContent = textOf(person, 'name');
  field.value = today(new Date());
  markSign(dialog, field, false);
  const on = await askIn(dialog, () => {
    const typed = toDateText(field.value.trim());
    markSign(dialog, field, !isDate(typed));
    return isDate(typed) ? typed : undefined;
  });
  const title = choice.selectedOptions[0]?.textContent ?? '';
  if (on === undefined || choice.value === '') return;
  const pledge = { form: choice.value, title: title.trim(), documentNumber: '', on };
  const words = toWords(part(root, '[data-done]', HTMLElement), ['signed'], { n: textOf(person, 'name') });
  await act((list) => {
    const known = list.people.find(({ id }) => id === person.id);
    return known && putPerson(list, withSigned(known, pledge));
  }, words);
}

function markSign(dialog: HTMLElement, field: HTMLElement, isWrong: boolean): void {
  show(dialog, '[data-sign-problem]', isWrong);
  field.toggleAttribute('aria-invalid', false);
  if (!isWrong) return;
  field.setAttribute('aria-invalid', 'true');
  field.focus();
}

/** Shows a dialog until its form is accepted or given up. @param read undefined for what has to be mended first */
function askIn<T>(dialog: HTMLDialogElement, read: () => T | undefined): Promise<T | undefined> {
  const controller = new AbortController();
  const { signal } = controller;
  return new Promise((resolve) => {
    let accepted: T | undefined;
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      accepted = read();
      if (accepted !== undefined) dialog.close();
    };
    const close = () => {
      controller.abort();
      resolve(accepted);
    };
    part(dialog, 'form', HTMLFormElement).addEventListener('submit', submit, { signal });
    part(dialog, '[data-close]', HTMLButtonElement).addEventListener('click', () => dialog.close(), { signal });
    dialog.addEventListener('close', close, { signal });
    dialog.showModal();
  });
}

interface Fault {
  key: PersonKey;
  kind: 'empty' | 'date' | 'text';
}

function findFault(texts: Person['texts'], entries: readonly [PersonKey, string][]): Fault | undefined {
  if (texts.name === undefined) return { key: 'name', kind: 'empty' };
  for (const [key, text] of entries) {
    if (isDayKey(key) && !isDate(text)) return { key, kind: 'date' };
    if (!isLine(text)) return { key, kind: 'text' };
  }
  return undefined;
}

function tellFault(form: HTMLFormElement, fault: Fault | undefined): void {
  show(form, '[data-person-problem]', false);
  for (const field of form.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
  if (!fault) return;
  const message = part(form, `#person-${fault.key}-e`, HTMLElement);
  const found = findForbidden(inputOf(form, fault.key).value, { lines: false });
  message.textContent =
    found && fault.kind === 'text'
      ? forbiddenMessage(personNames[fault.key], found)
      : (message.dataset[fault.kind] ?? '');
  message.hidden = false;
  inputOf(form, fault.key).setAttribute('aria-invalid', 'true');
  inputOf(form, fault.key).focus();
}

function inputOf(form: HTMLFormElement, key: PersonKey): HTMLInputElement {
  return part(form, `#person-${key}`, HTMLInputElement);
}
