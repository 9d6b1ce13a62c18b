import type { ChecklistAnswers } from './answers.ts';
import type { ChecklistDefinition } from './definition.ts';

/** What was asked, in the company's words, and what was answered. */
export interface ChecklistContents {
  definition: ChecklistDefinition;
  answers: ChecklistAnswers;
}
