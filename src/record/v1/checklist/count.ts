import { isAnswered, itemsOf, statusOf } from './answer-set.ts';
import type { ChecklistAnswers, Status } from './answers.ts';
import { asksState } from './asked.ts';
import type { ChecklistDefinition, ChecklistSection } from './definition.ts';

/** How many items stand in each state, and what the source's two marks make of them. `unanswered` counts items of every kind. */
export interface ChecklistCounts extends Readonly<Record<Status, number>> {
  /** Items that are answered by a state: those ○ is counted over. */
  total: number;
  /** ○ = 実施 */
  circles: number;
  /** × = 一部実施・予定 and 未実施 */
  crosses: number;
  /** All items, whatever they ask. */
  asked: number;
  /** Of the others, that ask for a choice, a text, a number or a date, how many are answered. */
  othersAnswered: number;
}

/** Counts the items of a list, or of one section; an item without an answer, or with a stale one, is unanswered. */
export function countAnswers(list: ChecklistDefinition | ChecklistSection, answers: ChecklistAnswers): ChecklistCounts {
  const counts = { done: 0, partial: 0, notDone: 0, notApplicable: 0, unanswered: 0, total: 0, othersAnswered: 0 };
  const items = 'sections' in list ? itemsOf(list) : list.items;
  for (const item of items) {
    if (asksState(item)) {
      counts.total++;
      counts[statusOf(answers, item)]++;
    } else if (isAnswered(answers, item)) counts.othersAnswered++;
    else counts.unanswered++;
  }
  return { ...counts, asked: items.length, circles: counts.done, crosses: counts.partial + counts.notDone };
}
