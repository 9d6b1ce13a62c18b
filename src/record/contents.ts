import { toSentAnswers } from './v1/checklist/answer-set.ts';
import type { ChecklistAnswers } from './v1/checklist/answers.ts';
import type { ChecklistDefinition } from './v1/checklist/definition.ts';
import { summarize } from './v1/checklist/summarize.ts';
import { toSentDecision } from './v1/decision/answer-set.ts';
import type { DecisionAnswers } from './v1/decision/answers.ts';
import type { DecisionDefinition } from './v1/decision/definition.ts';
import { summarizeDecision } from './v1/decision/summarize.ts';
import type { SummaryDocument } from './v1/summary/summary-document.ts';

/** What was asked and what was answered, of each kind of tool. Here they meet; they never import one another. */
export type ChecklistContents = { definition: ChecklistDefinition; answers: ChecklistAnswers };
export type DecisionContents = { definition: DecisionDefinition; answers: DecisionAnswers };
export type Contents = ChecklistContents | DecisionContents;

export type ToolDefinition = Contents['definition'];
export type ToolAnswers = Contents['answers'];

export function isDecision(contents: Contents): contents is DecisionContents {
  return contents.answers.kind === 'decision';
}

export function isChecklist(contents: Contents): contents is ChecklistContents {
  return contents.answers.kind === 'checklist';
}

/** The answers as they leave the page: nothing in them that no page shows. */
export function toSent(contents: Contents): ToolAnswers {
  return isDecision(contents)
    ? toSentDecision(contents.definition, contents.answers)
    : toSentAnswers(contents.definition, contents.answers);
}

/** The document that the answers make. @param documentNumber of the answers as sent; see documentNumberOf() */
export function summarizeContents(contents: Contents, given: { documentNumber: string }): SummaryDocument {
  return isDecision(contents)
    ? summarizeDecision(contents.definition, contents.answers, given)
    : summarize(contents.definition, contents.answers, given);
}

/** Id and version of the definition that the answers were given to. */
export function answeredOf(answers: ToolAnswers): { id: string; version: number } {
  return { id: answers.kind === 'decision' ? answers.decision : answers.checklist, version: answers.version };
}
