import { toDateText } from '../../../core/text/date.ts';
import { foldText } from '../../../core/text/fold.ts';
import { toMomentText } from '../../../core/text/moment.ts';
import { toNumberText } from '../../../core/text/number.ts';
import type { FormField } from './definition.ts';

/** What is asked of one answer. */
export type Asked = Pick<FormField, 'kind' | 'options' | 'open' | 'unit'>;

/**
 * An answer as it leaves the page: without the spaces around it, in the one form that its kind has. What fits no such form
 * stays as it was typed, and validateForm() speaks about it.
 */
export function toSentText({ kind, options = [], unit = '' }: Asked, typed: string): string {
  const text = typed.replace(/\r\n?/g, '\n').trim();
  if (kind === 'text') return text;
  if (kind === 'several') return inOrder(options, chosenOf(text)).join('\n');
  // A line that was copied from a cell of two is still one line.
  const line = text.replace(/\s*\n\s*/g, ' ');
  if (kind === 'date') return toDateText(line);
  if (kind === 'moment') return toMomentText(line);
  if (kind === 'number') return toNumberText(line, unit);
  return kind === 'one' ? asOffered(options, line) : line;
}

/** What was chosen of several. */
export function chosenOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

/** An option in the words of the form, whatever its width and spaces; anything else as it is. */
function asOffered(options: readonly string[], typed: string): string {
  if (options.includes(typed)) return typed;
  const folded = foldText(typed);
  return options.find((option) => foldText(option) === folded) ?? typed;
}

/** Each choice once: the options in the order of the form, then what else was typed. */
function inOrder(options: readonly string[], typed: readonly string[]): string[] {
  const chosen = new Set(typed.map((line) => asOffered(options, line.trim())).filter((line) => line !== ''));
  return [...options.filter((option) => chosen.delete(option)), ...chosen];
}
