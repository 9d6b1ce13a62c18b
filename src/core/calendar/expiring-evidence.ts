import { findAnswer, itemsOf, toSentAnswers } from '../../record/v1/checklist/answer-set.ts';
import type { ChecklistAnswers } from '../../record/v1/checklist/answers.ts';
import type { ChecklistDefinition } from '../../record/v1/checklist/definition.ts';
import { formatDate, isDate } from '../text/date.ts';
import { type CalendarEvent, writeCalendar } from './write-calendar.ts';

/** Answers to a list, and where they are from. */
export interface AnsweredList {
  definition: ChecklistDefinition;
  answers: ChecklistAnswers;
  /** What tells these answers from others to the same list, and stays the same for them: a document number, the id of a draft. */
  id: string;
}

/** A record that ceases to hold, or has. */
export interface ExpiringEvidence {
  /** The same for the same record of the same answers, whenever it is listed. */
  uid: string;
  /** Whose it is: the company that answered. */
  company: string;
  list: Pick<ChecklistDefinition, 'id' | 'title'>;
  item: { id: string; number: number | string; text: string };
  /** Name of the record. */
  evidence: string;
  /** Its last day, `YYYY-MM-DD`. */
  until: string;
}

/** The records of answered lists that have a last day, the earliest first; what is no day is left out. */
export function expiringEvidence(lists: readonly AnsweredList[]): ExpiringEvidence[] {
  const found = lists.flatMap(({ definition, answers, id }) => {
    const sent = toSentAnswers(definition, answers);
    return itemsOf(definition).flatMap((item): ExpiringEvidence[] => {
      const { evidence = '', evidenceUntil: until = '' } = findAnswer(sent, item.id) ?? {};
      if (!isDate(until)) return [];
      return [
        {
          uid: `evidence.${definition.id}.${item.id}.${id}@kitei`,
          company: sent.header.company,
          list: { id: definition.id, title: definition.title },
          item: { id: item.id, number: item.number, text: item.text },
          evidence,
          until,
        },
      ];
    });
  });
  return found.sort((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : 0));
}

/**
 * An event on the last day of each record.
 * @param site address of the site's base, ending in a slash; undefined while it is not known
 */
export function toExpiryEvents(
  records: readonly ExpiringEvidence[],
  { site }: { site: string | undefined },
): CalendarEvent[] {
  return records.map(({ uid, company, list, item, evidence, until }) => ({
    uid,
    start: until,
    every: undefined,
    summary: `有効期限 ${evidence}`,
    description: [
      `${formatDate(until)}に、「${evidence}」の有効期限が来ます。新しい記録を受け取り、確認リストに書き直してください。`,
      `リスト: ${list.title} No.${item.number} ${item.text}`,
      ...(company === '' ? [] : [`回答した会社: ${company}`]),
    ].join('\n'),
    url: site === undefined ? undefined : `${site}checklists/${list.id}/#item-${item.id}`,
  }));
}

/** The calendar of expiring records, as a file; undefined where none has a last day. @param stamp `YYYY-MM-DD` */
export function toExpiryCalendar(
  records: readonly ExpiringEvidence[],
  { name, stamp, site }: { name: string; stamp: string; site: string | undefined },
): string | undefined {
  return records.length > 0 ? writeCalendar(toExpiryEvents(records, { site }), { name, stamp }) : undefined;
}
