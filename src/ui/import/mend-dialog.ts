import { modalityWords, withinNames, withinWords } from '../../core/regulation/field-names.ts';
import type { Modality } from '../../core/regulation/provision.ts';
import type { Correction } from '../../importer/model/correction.ts';
import type { PreviewPlace } from '../../importer/preview/to-preview.ts';
import { part } from '../parts/parts.ts';
import { fillSlots } from '../parts/templates.ts';

const modalities = Object.keys(modalityWords) as Modality[];
const soons = Object.keys(withinNames) as (keyof typeof withinNames)[];

/**
 * Asks for the fields of one place.
 * @param act called with what the person says, or undefined for going back to what was inferred; not when they cancel
 */
export function askFields(
  root: ParentNode,
  place: PreviewPlace,
  roles: readonly string[],
  act: (correction: Correction | undefined) => void,
): void {
  const dialog = part(root, '[data-mending]', HTMLDialogElement);
  const form = part(dialog, 'form', HTMLFormElement);
  fillSlots(dialog, { label: place.label });
  const options = roles.map((value) => Object.assign(document.createElement('option'), { value }));
  part(dialog, '[data-roles]', HTMLDataListElement).replaceChildren(...options);
  fill(form, place);
  dialog.returnValue = '';
  const answer = () => {
    if (dialog.returnValue === 'yes') act(read(form, place));
    else if (dialog.returnValue === 'inferred') act(undefined);
  };
  dialog.addEventListener('close', answer, { once: true });
  dialog.showModal();
}

function fill(form: HTMLFormElement, { fields }: PreviewPlace): void {
  const { actors, approvers, modality, when, deliverables, topics } = fields;
  const list = (names: readonly string[] = []) => names.join('、');
  input(form, 'actors').value = list(actors?.value);
  input(form, 'approvers').value = list(approvers?.value);
  input(form, 'deliverables').value = list(deliverables?.value);
  input(form, 'when').value = when?.value.text ?? '';
  choice(form, 'modality').value = modality?.value ?? 'information';
  const within = choice(form, 'within');
  // A duration such as PT30M has no choice of its own: it is kept while nobody chooses otherwise.
  const own = part(within, '[data-own]', HTMLOptionElement);
  const soon = when?.value.within ?? '';
  const isNamed = [...within.options].some((option) => option !== own && option.value === soon);
  own.hidden = isNamed;
  own.value = isNamed ? '' : soon;
  own.textContent = isNamed ? '' : withinWords(soon);
  within.value = soon;
  for (const box of boxes(form)) box.checked = topics?.value.includes(box.value) ?? false;
}

function read(form: HTMLFormElement, { fields }: PreviewPlace): Correction {
  const text = input(form, 'when').value.trim();
  const chosen = choice(form, 'within').value;
  const given = fields.when?.value.within;
  const within = chosen === given ? given : soons.find((one) => one === chosen);
  // What the dialog does not ask for stays as it was inferred.
  const { within: _, ...inferred } = fields.when?.value ?? { text };
  return {
    modality: modalities.find((one) => one === choice(form, 'modality').value) ?? 'information',
    actors: names(input(form, 'actors').value),
    approvers: names(input(form, 'approvers').value),
    deliverables: names(input(form, 'deliverables').value),
    topics: boxes(form)
      .filter(({ checked }) => checked)
      .map(({ value }) => value),
    when: text === '' ? null : { ...inferred, text, ...(within && { within }) },
  };
}

function names(text: string): string[] {
  const parts = text.split(/[、,，]/).map((name) => name.trim());
  return [...new Set(parts.filter(Boolean))];
}

function input(form: HTMLFormElement, name: string): HTMLInputElement {
  return part(form, `[name="${name}"]`, HTMLInputElement);
}

function choice(form: HTMLFormElement, name: string): HTMLSelectElement {
  return part(form, `[name="${name}"]`, HTMLSelectElement);
}

function boxes(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>('[name="topics"]')];
}
