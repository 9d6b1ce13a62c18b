import { chosenOf } from '../../record/v1/form/sent-text.ts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What stands in the controls of one answer: see FormField.astro. Of several choices one a line. */
export function readAnswer(place: HTMLElement): string {
  const other = place.querySelector<HTMLTextAreaElement>('[data-other]')?.value ?? '';
  const given = controlsOf(place).flatMap((control) => {
    const isOn = !isChoice(control) || control.checked;
    return isOn && control.value !== '' ? [control.value] : [];
  });
  return [...given, ...(other === '' ? [] : [other])].join('\n');
}

/** Puts an answer into its controls. */
export function showAnswer(place: HTMLElement, text: string): void {
  const controls = controlsOf(place);
  const chosen = chosenOf(text);
  for (const control of controls) {
    if (isChoice(control)) control.checked = control.value === '' ? text === '' : chosen.includes(control.value);
    else if (control instanceof HTMLSelectElement) choose(control, text);
    else write(control, text);
  }
  const other = place.querySelector<HTMLTextAreaElement>('[data-other]');
  const offered = new Set(controls.map(({ value }) => value));
  // What is being typed there may end with a line that is empty yet.
  if (other && document.activeElement !== other) write(other, chosen.filter((one) => !offered.has(one)).join('\n'));
}

/** Writing the same value again would move the caret to the end while somebody types. */
function write(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  if (field.value !== text) field.value = text;
}

/** What is not offered, from an earlier version or from a sheet, is shown all the same: the review says what to do. */
function choose(field: HTMLSelectElement, text: string): void {
  field.value = text;
  if (field.value === text) return;
  field.append(Object.assign(document.createElement('option'), { value: text, textContent: text }));
  field.value = text;
}

function controlsOf(place: HTMLElement): Control[] {
  return [...place.querySelectorAll<Control>('[data-given]')];
}

function isChoice(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox');
}
