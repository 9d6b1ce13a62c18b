/** A field that a person types or chooses in. */
export type TextField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What a field holds, as answers have it: a moment with a space where the browser has a T. */
export function fieldText(field: TextField): string {
  return field.type === 'datetime-local' ? field.value.replace('T', ' ') : field.value;
}

/** Puts an answer into its field. */
export function putText(field: TextField, text: string): void {
  field.value = field.type === 'datetime-local' ? text.replace(' ', 'T') : text;
}
