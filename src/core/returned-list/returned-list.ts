import { type Contents, findChecklist } from '../../record/contents.ts';
import type { DefinitionStanding, KnownDefinition } from '../../record/identity.ts';
import type { Status } from '../../record/v1/checklist/answers.ts';
import { type ChecklistCounts, countAnswers } from '../../record/v1/checklist/count.ts';

/** How a question of a decision takes its answer out of a check list that came back. Made by the build, see read-readings.ts. */
export interface ListReading {
  /** Id of the question. */
  question: string;
  /** The list as this site has it. */
  list: KnownDefinition;
  /** Title of the list. */
  title: string;
  /** Ids of the options: every item is 実施; not all, but enough of them; fewer. */
  options: { all: string; enough: string; fewer: string };
  need: Need;
}

/** What is enough: all items, or so many in these states; open while the company has not said, or said no number. */
export type Need =
  | { kind: 'all' }
  | { kind: 'least'; count: Status[]; least: number }
  /** `setting`: what the company is asked for, in words. */
  | { kind: 'unset' | 'no-number'; setting: string };

/**
 * Why the counts alone choose no option, so that the person does.
 *
 * - `older`, `newer`: another version of the list was answered, and this site does not have its texts.
 * - `signer`: the verifier has something to ask of whoever signed; `warning` says what.
 * - `unset`, `no-number`: how many are enough is not settled.
 * - `not-applicable`: the source does not say how 対象外 counts, and here it makes the difference.
 */
export type Doubt =
  | { kind: 'older' | 'newer' | 'not-applicable' }
  | { kind: 'signer'; warning: string }
  | { kind: 'unset' | 'no-number'; setting: string };

/** What a verified file says to a question. */
export type ListJudgement =
  /** Another kind of file, another list, or items that this site asks in other words under the same version. */
  | { kind: 'not-taken'; why: 'decision' | 'form' | 'other-list' | 'altered' }
  /** The file is the list's, but the person decides. */
  | { kind: 'open'; counts: ChecklistCounts; doubt: Doubt }
  | { kind: 'chosen'; counts: ChecklistCounts; option: string };

/**
 * Counts a returned list and finds the option that the counts stand for.
 * @param contents out of a file that is as it was signed, its pages and data in accord
 * @param found how its list stands to this site's; what speaks against its signer, or undefined
 */
export function judgeReturnedList(
  contents: Contents,
  { list, options, need }: Pick<ListReading, 'options' | 'need'> & { list: Pick<KnownDefinition, 'id'> },
  { standing, warning }: { standing: DefinitionStanding; warning: string | undefined },
): ListJudgement {
  const answered = findChecklist(contents);
  if (!answered) return { kind: 'not-taken', why: contents.answers.kind === 'form' ? 'form' : 'decision' };
  if (contents.definition.id !== list.id || standing === 'unknown') return { kind: 'not-taken', why: 'other-list' };
  if (standing === 'altered') return { kind: 'not-taken', why: 'altered' };
  const counts = countAnswers(answered.definition, answered.answers);
  const open = (doubt: Doubt): ListJudgement => ({ kind: 'open', counts, doubt });
  if (standing === 'older' || standing === 'newer') return open({ kind: standing });
  if (warning !== undefined) return open({ kind: 'signer', warning });
  if (counts.done === counts.total) return { kind: 'chosen', counts, option: options.all };
  if ('setting' in need) return open(need);
  // At worst an item that does not apply counts for nothing, at best it counts as done; leaving it out lies between.
  const option = choose(options, need, counts, 0);
  if (option !== choose(options, need, counts, counts.notApplicable)) return open({ kind: 'not-applicable' });
  return { kind: 'chosen', counts, option };
}

/** @param more how many items count as done besides those that are */
function choose(
  options: ListReading['options'],
  need: Exclude<Need, { setting: string }>,
  counts: ChecklistCounts,
  more: number,
): string {
  if (counts.done + more >= counts.total) return options.all;
  return need.kind === 'least' && countOf(need, counts) + more >= need.least ? options.enough : options.fewer;
}

function countOf({ count }: { count: readonly Status[] }, counts: ChecklistCounts): number {
  return count.reduce((sum, status) => sum + counts[status], 0);
}

/** Whether the file may be taken for what the contractor answered, so that its facts go into the paper. */
export function isTaken(judgement: ListJudgement): boolean {
  if (judgement.kind !== 'open') return judgement.kind === 'chosen';
  return !['older', 'newer', 'signer'].includes(judgement.doubt.kind);
}
