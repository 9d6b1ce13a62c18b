export type TextField = HTMLInputElement | HTMLTextAreaElement;

/** What is chosen or typed at an item that asks for no state; where something is typed, as its only entry. */
export function readGiven(item: HTMLElement): string[] {
  return listFields(item).flatMap((field) => {
    if (isChoice(field)) return field.checked && field.value !== '' ? [field.value] : [];
    return field.value === '' ? [] : [field.value];
  });
}

/** Puts an answer into the fields of an item; an item that asks for a state has none. */
export function showGiven(item: HTMLElement, given: readonly string[]): void {
  for (const field of listFields(item)) {
    if (!isChoice(field)) setText(field, given[0] ?? '');
    // The radio button without words is 未回答.
    else field.checked = field.value === '' ? given.length === 0 : given.includes(field.value);
  }
}

/** Writing the same value again would move the caret to the end while somebody types. */
export function setText(field: TextField, text: string): void {
  if (field.value !== text) field.value = text;
}

function listFields(item: HTMLElement): TextField[] {
  return [...item.querySelectorAll<TextField>('[data-given]')];
}

function isChoice(field: TextField): field is HTMLInputElement {
  return field.type === 'radio' || field.type === 'checkbox';
}
