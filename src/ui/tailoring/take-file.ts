import { listIdOf } from '../../core/tailoring/list-value.ts';
import { part, show } from '../parts/parts.ts';
import { changesOf, defaultOf, fillForm, listFields } from './form-fields.ts';
import type { OrganizationFile } from './read-organization-file.ts';
import { findTailoring } from './tailoring-context.ts';

/** How many items of a file are named that the page does not have. */
const namedAtMost = 20;

/** Groups in which a value that a file does not have is none. */
const mayBeEmpty = /^(?:site|contacts|months|revisions|blanks|choices)\./;

/**
 * Puts the values of a file into the form, and writes down what of it the page cannot show.
 * @param place the element with the parts of Keeping.astro
 * @returns which of its sentences says what became of the file
 */
export function takeFile(place: HTMLElement, name: string, found: OrganizationFile): 'taken' | 'other' | 'broken' {
  if (!found.ok) {
    const line = found.problem === 'broken' ? found.line : undefined;
    show(place, '[data-line]', line !== undefined);
    part(place, '[data-line-number]', HTMLElement).textContent = String(line ?? '');
    return found.problem;
  }
  const { form, store } = findTailoring(place);
  const { text, values, unreadable } = found;
  const fields = listFields(form);
  if (![...values.keys()].some((path) => fields.has(path))) return 'other';
  // What the file does not say is as on a site with that file: nothing filled in, every document, the roles' own names.
  const missing = [...fields].flatMap(([path, field]): [string, string][] =>
    // Rows of lists have files of their own.
    values.has(path) || listIdOf(path) !== undefined ? [] : [[path, mayBeEmpty.test(path) ? '' : defaultOf(field)]],
  );
  const { unknown, refused } = fillForm(form, new Map([...missing, ...values]));
  const changes = changesOf(form);
  store.change({ values: Object.fromEntries(changes), file: text });
  form.dispatchEvent(new Event('change', { bubbles: true }));
  const taken = part(place, '[data-read="taken"]', HTMLElement);
  part(taken, '[data-file-name]', HTMLElement).textContent = name;
  part(taken, '[data-count]', HTMLElement).textContent = String(changes.size);
  list(part(place, '[data-read-unknown]', HTMLElement), [...unknown, ...unreadable]);
  list(
    part(place, '[data-read-refused]', HTMLElement),
    refused.map((path) => `${path}: ${values.get(path) ?? ''}`),
  );
  return 'taken';
}

function list(place: HTMLElement, lines: readonly string[]): void {
  place.hidden = lines.length === 0;
  part(place, '[data-count]', HTMLElement).textContent = String(lines.length);
  const items = lines.slice(0, namedAtMost).map((line) => {
    const item = document.createElement('li');
    item.textContent = line.slice(0, 200);
    return item;
  });
  part(place, '[data-lines]', HTMLElement).replaceChildren(...items);
}
