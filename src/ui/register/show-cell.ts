import { formatDate } from '../../core/text/date.ts';
import type { FormColumn } from '../../record/v1/form/definition.ts';

/** Japanese: what stands in a column, as the screen shows it. */
export function showCell({ kind, unit = '' }: Pick<FormColumn, 'kind' | 'unit'>, text: string): string {
  if (text === '') return '';
  if (kind === 'date') return formatDate(text);
  if (kind === 'moment') return text.replace(/^\S+(?= |$)/, formatDate);
  if (kind === 'several') return text.replaceAll('\n', '、');
  return kind === 'number' ? `${text}${unit}` : text;
}
