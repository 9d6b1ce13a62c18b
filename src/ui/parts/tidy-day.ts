import { isDate, toDateText } from '../../core/text/date.ts';
import type { Towards } from '../../core/text/short-day.ts';

/**
 * Once a field for a day is left, the day stands there in the one form that it has. One without its year, and a month for its
 * last day, are read by what comes when somebody writes so.
 * @param took is called after the text has changed
 * @param towards which year is meant where none is written; else what the field says, `data-date="coming"`
 */
export function tidyDay(field: HTMLInputElement, took: () => void, towards?: Towards): void {
  const text = toDateText(field.value);
  if (text !== field.value) {
    field.value = text;
    took();
  }
  if (text.trim() === '' || isDate(text)) return;
  // Where it does not arrive, the text stays, and the review asks for what is missing in it.
  import('./tidy-short-day.ts').then(({ tidyShortDay }) => tidyShortDay(field, towards) && took()).catch(() => 0);
}
