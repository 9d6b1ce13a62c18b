import { isDate } from '../../../core/text/date.ts';
import type { PaperPeriod } from './answers.ts';

/** What stands before it on paper. */
export const periodLabel = '記録の期間';

/** Whether each end is a day that exists or '', and they do not cross. */
export function isPeriod({ from, until }: PaperPeriod): boolean {
  return [from, until].every((day) => day === '' || isDate(day)) && (from === '' || until === '' || from <= until);
}
