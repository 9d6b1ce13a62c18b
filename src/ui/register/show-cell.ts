import { formatDate } from '../../core/text/date.ts';
import { isMoment } from '../../core/text/moment.ts';
import type { FormColumn } from '../../record/v1/form/definition.ts';
import { chosenOf } from '../../record/v1/form/sent-text.ts';

/** Japanese: what stands in a column, as the screen shows it. */
export function showCell({ kind, unit = '' }: Pick<FormColumn, 'kind' | 'unit'>, text: string): string {
  if (text === '') return '';
  if (kind === 'date') return formatDate(text);
  if (kind === 'moment') return isMoment(text) ? `${formatDate(text.slice(0, 10))} ${text.slice(11)}` : text;
  if (kind === 'several') return chosenOf(text).join('、');
  return kind === 'number' ? `${text}${unit}` : text;
}
