import { formatDate, toDateText } from '../../../core/text/date.ts';
import { foldText } from '../../../core/text/fold.ts';

/** What an item takes for an answer where that is not one of the five states. */
export type AnswerAsked =
  /** One of its options, or any number of them. */
  | { kind: 'one' | 'several'; options: string[] }
  | { kind: 'text' }
  /** A figure; `unit` stands behind it, e.g. `人`. */
  | { kind: 'number'; unit?: string }
  | { kind: 'date' };

/** A list counts ○ and × over the items that are answered by a state; of the others it says how many are answered. */
export function asksState(item: { answer?: AnswerAsked }): boolean {
  return item.answer === undefined;
}

/**
 * What was typed or chosen as it leaves the page; none is no answer. Options are sent as the list has them, in its order;
 * what is no number or no date stays as it was typed, and validateAnswers() speaks about it.
 */
export function toSentGiven(asked: AnswerAsked, given: readonly string[]): string[] {
  if ('options' in asked) {
    const chosen = new Set(given.map(foldText));
    const options = asked.options.filter((option) => chosen.has(foldText(option)));
    // Two chosen where one is asked for: nobody knows which is meant.
    return asked.kind === 'one' && options.length > 1 ? [] : options;
  }
  const text = toSentText(asked, (given[0] ?? '').replace(/\r\n?/g, '\n').trim());
  return text === '' ? [] : [text];
}

/** The answer as people read it: `12 人`, `2026年11月20日`, an option a line. */
export function formatGiven(asked: AnswerAsked, given: readonly string[]): string {
  const [first = ''] = given;
  if (asked.kind === 'date') return formatDate(first);
  if (asked.kind === 'number') return [first, asked.unit ?? ''].join(' ').trim();
  return given.join('\n');
}

/** Whether a text is a number as it is sent. */
export function isNumber(text: string): boolean {
  return /^-?\d{1,15}(?:\.\d{1,6})?$/.test(text);
}

function toSentText(asked: Exclude<AnswerAsked, { options: string[] }>, text: string): string {
  if (asked.kind === 'date') return toDateText(text);
  if (asked.kind === 'number') return toNumberText(text, asked.unit ?? '');
  return text;
}

/** `１，２００人` as `1200` where 人 is the unit; what is no number comes back unchanged. */
function toNumberText(typed: string, unit: string): string {
  const folded = foldText(typed).replace(/^[−‐–]/, '-');
  const end = foldText(unit);
  const bare = end !== '' && folded.endsWith(end) ? folded.slice(0, -end.length) : folded;
  // Commas are those of thousands alone: 1,5 is no number here.
  const plain = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : bare;
  if (!isNumber(plain)) return typed;
  return plain.replace(/^(-?)0+(?=\d)/, '$1');
}
