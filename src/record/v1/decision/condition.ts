import type { Condition, Test } from './definition.ts';

/** One concrete answer to each question that was asked: no 「わからない」, no choice between several. */
export type Combination = Readonly<Record<string, readonly string[]>>;

/** Whether one of the conditions holds; no condition at all always does. */
export function holdsAny(conditions: readonly Condition[], combination: Combination): boolean {
  return conditions.length === 0 || conditions.some((condition) => holds(condition, combination));
}

function holds(condition: Condition, combination: Combination): boolean {
  for (const id in condition) {
    const test = condition[id];
    if (test && !passes(test, Object.hasOwn(combination, id) ? combination[id] : undefined)) return false;
  }
  return true;
}

function passes(test: Test, answer: readonly string[] | undefined): boolean {
  if ('none' in test) return !answer || !test.none.some((id) => answer.includes(id));
  if (!answer) return false;
  if ('any' in test) return test.any.some((id) => answer.includes(id));
  if ('atLeast' in test) return answer.length >= test.atLeast;
  return answer.length <= test.atMost;
}
