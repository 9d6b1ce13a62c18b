import { isDate, toDateText } from '../text/date.ts';
import { type Towards, withYear } from '../text/short-day.ts';

/**
 * A day as it is typed on the desk: in full, or without its year (12/4, 12月4日).
 * @param today `YYYY-MM-DD` where the person is; @param towards which year is meant where none is written
 * @returns `YYYY-MM-DD`; what is no day comes back without the spaces around it
 */
export function readDay(typed: string, today: string, towards: Towards): string {
  const text = toDateText(withYear(typed.trim(), today, towards));
  return isDate(text) ? text : toDateText(typed.trim());
}
