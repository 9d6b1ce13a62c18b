import { toSentHeader } from '../header/sent-header.ts';
import type { DecisionAnswers } from './answers.ts';
import { decide } from './decide.ts';
import type { DecisionDefinition } from './definition.ts';
import { emptyDecisionAnswers } from './given.ts';

/** The answers as they leave the page: of the questions that are asked, the header without the spaces around its texts. */
export function toSentDecision(definition: DecisionDefinition, given: DecisionAnswers): DecisionAnswers {
  const { steps } = decide(definition, given.answers);
  const asked = steps.filter(({ question }) => question.kind !== 'setting');
  return {
    ...emptyDecisionAnswers(definition, given.case),
    header: toSentHeader(given.header),
    answers: Object.fromEntries(asked.map(({ question, answer }) => [question.id, answer])),
  };
}
