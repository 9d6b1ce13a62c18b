import { formatDate, toDateText } from '../../../core/text/date.ts';
import { foldText } from '../../../core/text/fold.ts';
import { toNumberText } from '../../../core/text/number.ts';

/** What an item takes for an answer where that is not one of the five states. */
export type AnswerAsked =
  /** One of its options, or any number of them. */
  | Choice
  | { kind: 'text' }
  /** A figure; `unit` stands behind it, e.g. `人`. */
  | { kind: 'number'; unit?: string }
  | { kind: 'date' };

export interface Choice {
  kind: 'one' | 'several';
  options: string[];
  /** Options that say nothing without a word in the note, e.g. `回答と違う（備考に書く）`. */
  noted?: string[];
  /** Of several: the option that stands for none of the others. */
  alone?: string;
}

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

function toSentText(asked: Exclude<AnswerAsked, Choice>, text: string): string {
  if (asked.kind === 'date') return toDateText(text);
  if (asked.kind === 'number') return toNumberText(text, asked.unit ?? '');
  return text;
}
