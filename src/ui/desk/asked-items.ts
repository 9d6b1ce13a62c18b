import { itemsOf } from '../../record/v1/checklist/answer-set.ts';
import { asksState } from '../../record/v1/checklist/asked.ts';
import type { ChecklistDefinition } from '../../record/v1/checklist/definition.ts';

/** How many items of a list ask whether something is done: so many can be counted by a pass rule. */
export function askedItems(list: ChecklistDefinition): number {
  return itemsOf(list).filter(asksState).length;
}
