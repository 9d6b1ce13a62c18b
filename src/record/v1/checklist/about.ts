import type { ChecklistAnswers } from './answers.ts';
import type { ChecklistDefinition } from './definition.ts';

/** What answers are about, where a company answers the list for several: the person, or what an item names; '' where nobody has said. */
export function aboutOf({ each }: Pick<ChecklistDefinition, 'each'>, { header, items }: ChecklistAnswers): string {
  if (each === 'checker') return header.checker.trim();
  const answer = each !== undefined && Object.hasOwn(items, each) ? items[each] : undefined;
  return answer && 'given' in answer ? (answer.given[0] ?? '').trim() : '';
}
