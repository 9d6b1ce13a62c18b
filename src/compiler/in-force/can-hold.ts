import { combine, possibleAnswers } from '../../record/v1/decision/combinations.ts';
import { holdsAny } from '../../record/v1/decision/condition.ts';
import type { Condition, Question } from '../../record/v1/decision/definition.ts';

/**
 * Whether there are answers with which all of these conditions hold. Only the questions that they name are tried, and those
 * on which it hangs whether these are asked.
 */
export function canHold(all: readonly (readonly Condition[])[], questions: readonly Question[]): boolean {
  const named = new Set(all.flatMap((when) => when.flatMap((condition) => Object.keys(condition))));
  // A question hangs on earlier ones only.
  for (const { id, when } of questions.toReversed()) {
    if (named.has(id)) for (const condition of when) for (const other of Object.keys(condition)) named.add(other);
  }
  const some = questions.filter(({ id }) => named.has(id));
  const answers = new Map(some.map((question) => [question, possibleAnswers(question)]));
  for (const combination of combine(some, (question) => answers.get(question) ?? [])) {
    if (all.every((when) => holdsAny(when, combination))) return true;
  }
  return false;
}
