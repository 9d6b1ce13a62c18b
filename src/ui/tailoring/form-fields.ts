/** A field of the page that makes a site a company's own; its name is a path in organization.yaml. */
export type Field = HTMLInputElement | HTMLSelectElement;

/** Tells the parts of the form that values were put into it, not typed. */
export const filled = 'tailoring:filled';

/** The fields that are written, by path; those that only help to fill one have no name. */
export function listFields(form: HTMLFormElement): Map<string, Field> {
  const fields = new Map<string, Field>();
  for (const field of form.elements) {
    if ((field instanceof HTMLInputElement || field instanceof HTMLSelectElement) && field.name)
      fields.set(field.name, field);
  }
  return fields;
}

/** As it is written: without the spaces around it. */
export function readField(field: Field): string {
  return field.value.trim();
}

/** The value that the page came with. */
export function defaultOf(field: Field): string {
  if (field instanceof HTMLInputElement) return field.defaultValue;
  return [...field.options].find((option) => option.defaultSelected)?.value ?? '';
}

/** The fields whose value is not the one the page came with, by path. */
export function changesOf(form: HTMLFormElement): Map<string, string> {
  const changed = [...listFields(form)].filter(([, field]) => readField(field) !== defaultOf(field));
  return new Map(changed.map(([path, field]) => [path, readField(field)]));
}

/**
 * Puts values into the form. A field that is not named keeps what it has.
 * @returns the paths that no field has, and those whose value the field does not take
 */
export function fillForm(
  form: HTMLFormElement,
  values: ReadonlyMap<string, string>,
): { unknown: string[]; refused: string[] } {
  const fields = listFields(form);
  const unknown: string[] = [];
  const refused: string[] = [];
  for (const [path, value] of values) {
    const field = fields.get(path);
    if (!field) unknown.push(path);
    else if (!put(field, value)) refused.push(path);
  }
  form.dispatchEvent(new CustomEvent(filled));
  return { unknown, refused };
}

/** Whether a field could hold a value; it keeps the one it has. */
export function takes(field: Field, value: string): boolean {
  const before = field.value;
  const isTaken = put(field, value);
  field.value = before;
  return isTaken;
}

/** Whether the field has taken the value. */
function put(field: Field, value: string): boolean {
  const before = field.value;
  field.value = value;
  // A select has no value for an option that it does not offer; a field of text drops line ends.
  const isTaken = field.value === value && field.checkValidity();
  if (!isTaken) field.value = before;
  return isTaken;
}

/** The words of the options that a choice leaves open, and the question it answers, where the form asks it. */
export function findChoice(form: HTMLFormElement, choice: string): { words: string[]; question: string } | undefined {
  const field = listFields(form).get(`choices.${choice}`);
  if (!(field instanceof HTMLSelectElement)) return undefined;
  const options = [...field.options].filter(({ value }) => value !== '');
  const chosen = options.find(({ value }) => value === field.value);
  return {
    words: (chosen ? [chosen] : options).map(({ text }) => text),
    question: field.labels[0]?.textContent?.trim() ?? '',
  };
}
