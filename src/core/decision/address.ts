import type { Answers } from '../../record/v1/decision/answers.ts';
import { idForm } from '../text/id.ts';

/** Reserved: none of several options. */
const none = 'none';
/** Nothing longer is read. */
export const longestAnswers = 4000;

/**
 * Answers as they stand in the fragment of an address, which no server is ever sent: `medium:usb;clients:nerima+rodokyoku`.
 * Ids of questions and options need no escaping.
 */
export function encodeAnswers(answers: Answers): string {
  return Object.entries(answers)
    .map(([question, options]) => `${question}:${options.join('+') || none}`)
    .join(';');
}

/** Reads what encodeAnswers() wrote; what is no answer is left out, and decide() asks again. */
export function decodeAnswers(text: string): Answers {
  const entries = text
    .slice(0, longestAnswers)
    .split(';')
    .flatMap((part): [string, string[]][] => {
      const [question = '', given = '', ...others] = part.split(':');
      const options = given === none ? [] : given.split('+');
      const isSound = others.length === 0 && [question, ...options].every((id) => idForm.test(id));
      return isSound ? [[question, options]] : [];
    });
  return Object.fromEntries(entries);
}
