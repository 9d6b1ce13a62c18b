import { itemsOf, statusOf } from './answer-set.ts';
import type { ChecklistAnswers, Status } from './answers.ts';
import type { ChecklistDefinition, ChecklistSection } from './definition.ts';

/** How many items stand in each state, and what the source's two marks make of them. */
export interface ChecklistCounts extends Readonly<Record<Status, number>> {
  total: number;
  /** ○ = 実施 */
  circles: number;
  /** × = 一部実施・予定 and 未実施 */
  crosses: number;
}

/** Counts the items of a list, or of one section; an item without an answer, or with a stale one, is unanswered. */
export function countAnswers(list: ChecklistDefinition | ChecklistSection, answers: ChecklistAnswers): ChecklistCounts {
  const counts = { done: 0, partial: 0, notDone: 0, notApplicable: 0, unanswered: 0 };
  const items = 'sections' in list ? itemsOf(list) : list.items;
  for (const item of items) counts[statusOf(answers, item)]++;
  return { ...counts, total: items.length, circles: counts.done, crosses: counts.partial + counts.notDone };
}
