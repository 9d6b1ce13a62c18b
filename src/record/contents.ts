import type { AnyAnswers, AnyDefinition, ContentsOf } from './tool.ts';
import type { ChecklistAnswers } from './v1/checklist/answers.ts';
import type { ChecklistDefinition } from './v1/checklist/definition.ts';
import type { DecisionAnswers } from './v1/decision/answers.ts';
import type { DecisionDefinition } from './v1/decision/definition.ts';
import type { FormAnswers } from './v1/form/answers.ts';
import type { FormDefinition } from './v1/form/definition.ts';

/** What was asked and what was answered, of each kind of tool. They never import one another; here they meet. */
export type Contents = ChecklistContents | ContentsOf<DecisionDefinition, DecisionAnswers> | FormContents;
type ChecklistContents = ContentsOf<ChecklistDefinition, ChecklistAnswers>;
type FormContents = ContentsOf<FormDefinition, FormAnswers>;
export type ToolDefinition = Contents['definition'];
export type ToolAnswers = Contents['answers'];

/** A definition with the answers to it: they are one tool's, as their kind says. */
export function toContents(definition: ToolDefinition, answers: ToolAnswers): Contents {
  return { definition, answers } as Contents;
}

/** The contents of a check list, where they are those: for what is about check lists alone. */
export function findChecklist(contents: ContentsOf<AnyDefinition, AnyAnswers>): ChecklistContents | undefined {
  return isOf(contents, 'checklist') ? contents : undefined;
}

/** The contents of a form, where they are those: for what lists its fields and rows. */
export function findForm(contents: ContentsOf<AnyDefinition, AnyAnswers>): FormContents | undefined {
  return isForm(contents) ? contents : undefined;
}

function isOf(contents: ContentsOf<AnyDefinition, AnyAnswers>, kind: 'checklist'): contents is ChecklistContents {
  return contents.answers.kind === kind;
}

function isForm(contents: ContentsOf<AnyDefinition, AnyAnswers>): contents is FormContents {
  return contents.answers.kind === 'form';
}
