import type { DecisionAnswers } from './answers.ts';
import type { DecisionDefinition } from './definition.ts';

/** What was asked, in the company's words, and what was answered. */
export interface DecisionContents {
  definition: DecisionDefinition;
  answers: DecisionAnswers;
}
