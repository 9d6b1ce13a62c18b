import { isDate } from '../../../core/text/date.ts';
import type { ItemAnswer } from './answers.ts';

/** Whether a record no longer holds on a day; what is no day says nothing. */
export function isExpired({ evidenceUntil = '' }: Pick<ItemAnswer, 'evidenceUntil'>, day: string): boolean {
  return isDate(day) && isDate(evidenceUntil) && evidenceUntil < day;
}
