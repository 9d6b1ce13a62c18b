import type { Answers } from '../../record/v1/decision/answers.ts';
import { unwrapFragment } from '../text/shared-fragment.ts';
import { decodeAnswers, longestAnswers } from './address.ts';

/**
 * Reads answers out of an address that somebody has sent on: what a sentence, a mail program or a counter of visits has put
 * behind or into it is no answer.
 * @param fragment behind `#a`, with the sign of equality in whatever form
 * @param questions ids of the questions that there are
 * @returns `isWhole`: no part was left out that may have been an answer
 */
export function readSharedAnswers(
  fragment: string,
  questions: readonly string[],
): { answers: Answers; isWhole: boolean } {
  const text = unwrapFragment(fragment.slice(0, longestAnswers)).replace(/^=/, '');
  const lead = /^[A-Za-z0-9:;+-]*/.exec(text)?.[0] ?? '';
  const rest = text.slice(lead.length).replace(/&[a-z_]+=[^&;]*/gi, '');
  const parts = lead
    .replace(/[:;+-]+$/, '')
    .split(';')
    .filter((part) => part !== '');
  const answers = decodeAnswers(parts.join(';'));
  const known = Object.entries(answers).filter(([question]) => questions.includes(question));
  const isWhole =
    known.length === parts.length && fragment.length <= longestAnswers && !/[a-z_][\w-]*:[a-z_]/i.test(rest);
  return { answers: Object.fromEntries(known), isWhole };
}
