import { type Answers, unknown } from './answers.ts';
import { findAnswer } from './combinations.ts';
import { holdsAny } from './condition.ts';
import type { Condition } from './definition.ts';

/**
 * Whether answers leave open that one of the conditions holds. Looks at each question by itself, so that with
 * 「わからない」 it says yes rather too often than too seldom.
 */
export function mayHold(when: readonly Condition[], answers: Answers): boolean {
  return (
    when.length === 0 ||
    when.some((condition) =>
      Object.entries(condition).every(([id, test]) => {
        const answer = findAnswer(answers, id);
        return answer?.includes(unknown) || holdsAny([{ [id]: test }], answer ? { [id]: answer } : {});
      }),
    )
  );
}
