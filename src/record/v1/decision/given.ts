import { emptyHeader } from '../header/header.ts';
import type { DecisionAnswers } from './answers.ts';
import type { DecisionDefinition } from './definition.ts';

/** The answers of somebody who has answered nothing yet. @param caseId as {@link DecisionAnswers.case} */
export function emptyDecisionAnswers({ id, version }: DecisionDefinition, caseId: string): DecisionAnswers {
  return {
    format: 'kitei-answers/1',
    kind: 'decision',
    decision: id,
    version,
    case: caseId,
    header: emptyHeader(),
    answers: {},
  };
}
