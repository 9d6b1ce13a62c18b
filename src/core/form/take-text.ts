import type { FormField } from '../../record/v1/form/definition.ts';
import { chosenOf, toSentText } from '../../record/v1/form/sent-text.ts';

/**
 * What another paper says, as a field or column takes it: its entry, or none. What cannot be chosen there is left out: a
 * person would have to choose anyway.
 */
export function takeText(
  asked: Pick<FormField, 'id' | 'kind' | 'options' | 'open'>,
  known: string,
): [id: string, text: string][] {
  const { id, options, open } = asked;
  const text = toSentText(asked, known);
  if (text === '' || open || !options) return text === '' ? [] : [[id, text]];
  const kept = chosenOf(text).filter((one) => options.includes(one));
  return kept.length > 0 ? [[id, kept.join('\n')]] : [];
}
