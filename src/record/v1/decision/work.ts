import { type Answers, unknown } from './answers.ts';
import { findAnswer } from './combinations.ts';
import type { DecisionDefinition } from './definition.ts';

/**
 * How much there is to compute for an answer: combinations that it leaves open times the conditions to look at. Bounds
 * what a stranger's file, or 「わからない」 to everything, may cost.
 */
export function workOf(
  { questions, rules, duties }: Pick<DecisionDefinition, 'questions' | 'rules' | 'duties'>,
  answers: Answers,
): number {
  const combinations = questions.reduce((product, question) => {
    if (question.kind === 'setting' || findAnswer(answers, question.id)?.[0] !== unknown) return product;
    const { length } = question.options;
    return product * (question.kind === 'several' ? 2 ** length : Math.max(1, length));
  }, 1);
  return combinations * (rules.length + duties.length + questions.length);
}

/** About a second on an old machine. */
export const mostWork = 20_000_000;
