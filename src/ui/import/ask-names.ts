import { part } from '../parts/parts.ts';
import type { DocumentNames } from './importer.ts';

/** The names in the form; where one is missing it is marked, told and focused, and nothing is returned. */
export function askNames(form: HTMLFormElement): DocumentNames | undefined {
  const words = part(form, '[data-bad-id]', HTMLElement).dataset;
  const value = (name: string) => part(form, `[name="${name}"]`, HTMLInputElement).value.trim();
  const problems = new Map<string, string | undefined>();
  if (value('title') === '') problems.set('title', words['noTitle']);
  if (!/^[a-z][a-z0-9]*$/.test(value('id'))) problems.set('id', words['badId']);
  if (value('version') === '') problems.set('version', words['noVersion']);
  for (const field of form.querySelectorAll<HTMLInputElement>('input[name]')) {
    const message = problems.get(field.name);
    if (message === undefined) field.removeAttribute('aria-invalid');
    else field.setAttribute('aria-invalid', 'true');
    const place = part(form, `#${field.id}-e`, HTMLElement);
    place.textContent = message ?? '';
    place.hidden = message === undefined;
  }
  form.querySelector<HTMLInputElement>('[aria-invalid]')?.focus();
  if (problems.size > 0) return undefined;
  return {
    title: value('title'),
    id: value('id'),
    version: value('version'),
    organization: value('organization'),
  };
}
