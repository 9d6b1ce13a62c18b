import { combine, possibleAnswers } from '../../src/record/v1/decision/combinations.ts';
import { decide } from '../../src/record/v1/decision/decide.ts';
import type { DecisionDefinition } from '../../src/record/v1/decision/definition.ts';

/**
 * Answers a decision in the first combination and each so-manieth after it, as a person does on its page.
 * @returns how many were tried, and the outcomes that were reached
 * @throws Error where there is not exactly one outcome
 */
export function walkDecision(definition: DecisionDefinition, step: number) {
  const reached = new Set<string>();
  let met = 0;
  let tried = 0;
  const answersTo = (question: DecisionDefinition['questions'][number]) =>
    question.kind === 'setting' ? [[question.value ?? 'unset']] : possibleAnswers(question);
  for (const combination of combine(definition.questions, answersTo)) {
    if (met++ % step !== 0) continue;
    tried += 1;
    const answers = Object.fromEntries(Object.entries(combination).map(([id, answer]) => [id, [...answer]]));
    const verdict = decide(definition, answers);
    if (verdict.kind !== 'decided') throw new Error(`It still asks: ${JSON.stringify(combination)}`);
    const [outcome, ...others] = verdict.result.outcomes;
    if (!outcome || others.length > 0) throw new Error(`Not one outcome: ${JSON.stringify(combination)}`);
    reached.add(outcome.id);
  }
  return { tried, reached };
}
