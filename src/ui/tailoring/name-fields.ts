import { fromNameParts, type NameParts, toNameParts } from '../../core/tailoring/name-parts.ts';
import { part, show } from '../parts/parts.ts';
import { filled, findChoice, listFields } from './form-fields.ts';

/**
 * Shows the names of roles that hold a choice in parts: a field for the words, and between them the words that are
 * chosen; nobody has to read or write {{choice:…}}. The field itself stays hidden beside them and holds the name.
 */
export function showNames(root: HTMLElement, form: HTMLFormElement, signal: AbortSignal): void {
  const showAll = () => {
    for (const [path, field] of listFields(form)) {
      if (field instanceof HTMLInputElement && path.startsWith('roles.')) showName(root, form, field);
    }
  };
  showAll();
  form.addEventListener(filled, showAll, { signal });
  const change = ({ target }: Event) => {
    if (target instanceof HTMLSelectElement && target.name.startsWith('choices.')) showAll();
    if (target instanceof HTMLInputElement && target.name.startsWith('roles.')) showName(root, form, target);
  };
  form.addEventListener('change', change, { signal });
}

function showName(root: HTMLElement, form: HTMLFormElement, field: HTMLInputElement): void {
  const place = field.parentElement;
  const shown = place?.nextElementSibling;
  const parts = toNameParts(field.value);
  const isSound = parts?.choices.every((id) => findChoice(form, id)) === true;
  field.setCustomValidity(isSound ? '' : ' ');
  const isPlain = !isSound || parts.choices.length === 0;
  // Somebody has just turned the choice off, and may turn it on again.
  if (isPlain && shown?.querySelector('[data-follow]:not(:checked)')) return;
  if (shown?.matches('.k-nparts')) shown.remove();
  field.hidden = !isPlain;
  if (isPlain || !place) return;
  place.after(makeParts(root, form, field, parts));
}

/** The fields of a name in parts. */
function makeParts(
  root: HTMLElement,
  form: HTMLFormElement,
  field: HTMLInputElement,
  parts: NameParts,
): DocumentFragment {
  const fragment = copy(root, '[data-name-parts]');
  const group = part(fragment, '.k-nparts', HTMLElement);
  const label = field.labels?.[0]?.textContent?.trim() ?? '';
  group.setAttribute('aria-label', label);
  const questions = parts.choices.map((id) => findChoice(form, id)?.question ?? '');
  part(group, '[data-question]', HTMLElement).textContent = [...new Set(questions)].join('」「');
  const line = part(group, '[data-parts]', HTMLElement);
  const inputs = parts.texts.map((text, at) => {
    const input = part(copy(root, '[data-name-text]'), 'input', HTMLInputElement);
    input.value = text;
    input.setAttribute('aria-label', `${label}: ${at < parts.choices.length ? '決めた言葉の前' : '決めた言葉の後'}`);
    return input;
  });
  const words = parts.choices.map((id) => findChoice(form, id)?.words ?? []);
  for (const [at, input] of inputs.entries()) {
    line.append(input);
    if (at >= words.length) continue;
    const word = part(copy(root, '[data-name-choice]'), 'b', HTMLElement);
    word.textContent = (words[at] ?? []).join('／');
    line.append(word);
  }
  const made = part(group, '[data-made]', HTMLElement);
  const read = (): NameParts => ({ ...parts, texts: inputs.map(({ value }) => value.trim()) });
  /** One for each way in which the choices may be made. */
  const inWords = () =>
    read().texts.reduce<string[]>(
      (names, text, at) => names.flatMap((name) => (words[at] ?? ['']).map((word) => name + text + word)),
      [''],
    );
  const write = () => {
    field.value = fromNameParts(read());
    made.textContent = inWords().join(' か ');
  };
  made.textContent = inWords().join(' か ');
  for (const input of inputs) input.addEventListener('input', write);
  const follow = part(group, '[data-follow]', HTMLInputElement);
  follow.addEventListener('change', () => {
    field.hidden = follow.checked;
    show(group, '[data-parts], .k-note', follow.checked);
    // Without the choice it is a name like any other; what was chosen stands in it.
    if (follow.checked) write();
    else field.value = inWords()[0] ?? '';
  });
  return fragment;
}

function copy(root: ParentNode, selector: string): DocumentFragment {
  const copied = part(root, `template${selector}`, HTMLTemplateElement).content.cloneNode(true);
  if (!(copied instanceof DocumentFragment)) throw new Error('A template holds no fragment.');
  return copied;
}
