import {
  type ForbiddenCharacter,
  findForbidden,
  forbiddenMessage,
  removeHidden,
  removeHiddenLabel,
  unnamedField,
} from '../../core/text/characters.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Fields that are told of, and what takes that away again. */
const told = new WeakMap<Field, () => void>();

/** Says at a field what nobody sees in it, and offers to take it out; it goes once there is no more of it. */
export function tellCharacters(field: Field): void {
  told.get(field)?.();
  const found = find(field);
  if (!found) return;
  const place = findPlace(field);
  const isOwn = !place;
  const words = place ?? makePlace(field);
  // A message that stands there already says this as well, or what has to be mended first.
  const isFree = words.hidden || words.textContent === '';
  if (isFree) {
    words.textContent = forbiddenMessage(nameOf(field), found);
    words.hidden = false;
  }
  const wasInvalid = field.getAttribute('aria-invalid');
  field.setAttribute('aria-invalid', 'true');
  const button = found.kind === 'hidden' ? offerRemoval(field, words) : undefined;

  const controller = new AbortController();
  const clear = () => {
    controller.abort();
    told.delete(field);
    button?.remove();
    if (isOwn) words.remove();
    else if (words.textContent?.includes(found.codePoint)) words.hidden = true;
    if (words.hidden || isOwn) words.textContent = '';
    if (wasInvalid === null && (isOwn || words.hidden)) field.removeAttribute('aria-invalid');
  };
  told.set(field, clear);
  field.addEventListener('input', () => find(field)?.codePoint !== found.codePoint && tellCharacters(field), {
    signal: controller.signal,
  });
}

function find(field: Field): ForbiddenCharacter | undefined {
  return findForbidden(field.value, { lines: field instanceof HTMLTextAreaElement });
}

/** Where the page itself would say what is wrong with the field. */
function findPlace(field: Field): HTMLElement | undefined {
  const ids = field.getAttribute('aria-describedby')?.split(' ') ?? [];
  const places = ids.map((id) => document.getElementById(id)).filter((place) => place?.matches('.k-err'));
  return places[0] ?? undefined;
}

function makePlace(field: Field): HTMLElement {
  const place = Object.assign(document.createElement('p'), { className: 'k-err', role: 'alert' });
  (field.closest('.k-f__c, .k-with') ?? field).after(place);
  return place;
}

function offerRemoval(field: Field, words: HTMLElement): HTMLElement {
  const button = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'k-btn',
    textContent: removeHiddenLabel,
  });
  button.addEventListener('click', () => {
    field.value = removeHidden(field.value);
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
    field.focus();
  });
  words.after(button);
  return button;
}

/** What the field is called on the page, without the tag beside it. */
function nameOf(field: Field): string {
  const label = field.labels?.[0]?.cloneNode(true);
  if (label instanceof HTMLElement) for (const tag of label.querySelectorAll('.k-tag')) tag.remove();
  return label?.textContent?.trim() || field.getAttribute('aria-label') || unnamedField;
}
