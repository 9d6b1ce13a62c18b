import { toDateText } from '../../../core/text/date.ts';
import type { ItemAnswer } from './answers.ts';
import { asksState } from './asked.ts';
import type { CheckItem, ChecklistDefinition } from './definition.ts';
import { evidenceDays, fieldsOf } from './statuses.ts';

/** Whether an item asks for the name of a record: every one with a state, and others where the list says which fits. */
export function asksEvidence(item: CheckItem): boolean {
  return asksState(item) || item.evidence !== undefined;
}

/** Whether it asks for the days of that record as well; what a list calls otherwise (a clause of a contract) has none. */
export function asksDays(definition: Pick<ChecklistDefinition, 'evidenceName'>, item: CheckItem): boolean {
  return definition.evidenceName === undefined && asksEvidence(item);
}

/** The days of a record as they leave the page, each in one form; one that nobody typed is no key of the file. */
export function toSentDays(answer: ItemAnswer): Pick<ItemAnswer, 'evidenceOn' | 'evidenceUntil'> {
  if ('status' in answer && !fieldsOf[answer.status].includes('evidenceUntil')) return {};
  return Object.fromEntries(
    evidenceDays.flatMap((key) => {
      const day = toDateText((answer[key] ?? '').trim());
      return day === '' ? [] : [[key, day]];
    }),
  );
}
