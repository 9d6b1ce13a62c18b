import type { DecisionFile } from '../../core/decision/file-schema.ts';
import type { QuestionsLeft } from './questions-left.ts';

type FileList = NonNullable<DecisionFile['lists']>[number];

/** A list beside a decision goes with the last of the duties that it stands with, and with the question that it explains. */
export function reduceShownList(
  { duties, question, options, ...list }: FileList,
  left: ReadonlySet<string>,
  questions: QuestionsLeft,
): FileList | undefined {
  const some = duties?.filter((id) => left.has(id)) ?? [];
  const isAsked = question !== undefined && !questions.isGone(question);
  if (some.length === 0 && !isAsked) return undefined;
  return { ...list, ...(some.length > 0 && { duties: some }), ...(isAsked && { question, options }) };
}
