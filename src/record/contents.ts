import type { AnyAnswers, AnyDefinition, ContentsOf } from './tool.ts';
import type { ChecklistAnswers } from './v1/checklist/answers.ts';
import type { ChecklistDefinition } from './v1/checklist/definition.ts';
import type { DecisionAnswers } from './v1/decision/answers.ts';
import type { DecisionDefinition } from './v1/decision/definition.ts';
import type { FormAnswers } from './v1/form/answers.ts';
import type { FormDefinition } from './v1/form/definition.ts';

/** What was asked and what was answered, of each kind of tool. They never import one another; here they meet. */
export type Contents = ChecklistContents | DecisionContents | FormContents;
export type ChecklistContents = ContentsOf<ChecklistDefinition, ChecklistAnswers>;
type DecisionContents = ContentsOf<DecisionDefinition, DecisionAnswers>;
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

/** The contents of a decision, where they are those: for what lists its fields. */
export function findDecision(contents: ContentsOf<AnyDefinition, AnyAnswers>): DecisionContents | undefined {
  return isOf(contents, 'decision') ? contents : undefined;
}

/** The contents of a form, where they are those: for what lists its fields and rows. */
export function findForm(contents: ContentsOf<AnyDefinition, AnyAnswers>): FormContents | undefined {
  return isOf(contents, 'form') ? contents : undefined;
}

interface ContentsByKind {
  checklist: ChecklistContents;
  decision: DecisionContents;
  form: FormContents;
}

function isOf<Kind extends keyof ContentsByKind>(
  contents: ContentsOf<AnyDefinition, AnyAnswers>,
  kind: Kind,
): contents is ContentsByKind[Kind] {
  return contents.answers.kind === kind;
}
