import { type Answers, unknown } from './answers.ts';
import { combine, findAnswer, meantAnswers } from './combinations.ts';
import type { Condition, DecisionDefinition } from './definition.ts';

/** About a second on an old machine. */
export const mostWork = 20_000_000;
/** Of more options together nobody counts the sets. */
const mostOptions = 20;

/**
 * How much there is to compute for an answer: combinations that it leaves open times the conditions to look at. Bounds
 * what a stranger's file, or 「わからない」 to everything, may cost.
 * @returns Infinity for what is more than {@link mostWork}
 */
export function workOf(
  { questions, rules, duties }: Pick<DecisionDefinition, 'questions' | 'rules' | 'duties'>,
  answers: Answers,
): number {
  const isUnknown = (id: string) => findAnswer(answers, id)?.[0] === unknown;
  if (questions.some(({ id, kind, options }) => kind === 'several' && options.length > mostOptions && isUnknown(id)))
    return Number.POSITIVE_INFINITY;
  const conditions = [...questions, ...rules, ...duties].reduce((sum, { when }) => sum + countTests(when), 0);
  let work = 0;
  const answersTo = (question: (typeof questions)[number]) =>
    question.kind === 'setting' ? [[]] : meantAnswers(question, findAnswer(answers, question.id) ?? []);
  for (const _ of combine(questions, answersTo)) {
    work += conditions;
    if (work > mostWork) return Number.POSITIVE_INFINITY;
  }
  return work;
}

/** One at least: a condition that always holds is looked at too. */
function countTests(when: readonly Condition[]): number {
  return when.reduce((sum, condition) => sum + Object.keys(condition).length, 1);
}
