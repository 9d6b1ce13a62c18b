import { readTypedDay, type Towards } from '../../core/text/short-day.ts';
import { today } from './parts.ts';

/**
 * Puts a day that was written without its year, or as a month, into its field in full. Of a month it is the last day, and the
 * page says so (`template[data-month-end]`) until something else is typed.
 * @returns whether the text has changed
 */
export function tidyShortDay(field: HTMLInputElement, towards?: Towards): boolean {
  const meant = towards ?? (field.dataset['date'] === 'coming' ? 'coming' : 'past');
  const { text, isMonthEnd } = readTypedDay(field.value, today(new Date()), meant);
  if (text === field.value) return false;
  field.value = text;
  const note = document.querySelector<HTMLTemplateElement>('template[data-month-end]')?.content.firstElementChild;
  if (isMonthEnd && note) {
    const said = document.importNode(note, true);
    (field.closest('.k-with') ?? field).after(said);
    field.addEventListener('input', () => said.remove(), { once: true });
  }
  return true;
}
