import { toDateText } from '../../../core/text/date.ts';
import { emptyHeader } from '../header/header.ts';
import { toSentHeader } from '../header/sent-header.ts';
import type { ChecklistAnswers, GivenAnswer, ItemAnswer, Status, StatusAnswer } from './answers.ts';
import { asksState, formatGiven, toSentGiven } from './asked.ts';
import type { CheckItem, ChecklistDefinition } from './definition.ts';
import { asksDays, asksEvidence, toSentDays } from './evidence.ts';
import { isExpired } from './expiry.ts';
import { evidenceDays, fieldsOf, statusNames } from './statuses.ts';

/** The answers of somebody who has typed nothing yet. */
export function emptyAnswers(definition: ChecklistDefinition): ChecklistAnswers {
  return {
    format: 'kitei-answers/1',
    kind: 'checklist',
    checklist: definition.id,
    version: definition.version,
    header: emptyHeader(),
    items: {},
  };
}

/** All check items in order of display. */
export function itemsOf(definition: ChecklistDefinition): CheckItem[] {
  return definition.sections.flatMap((section) => section.items);
}

/** What was saved for an item, stale or not; never something inherited from a prototype. */
export function findAnswer(answers: ChecklistAnswers, itemId: string): ItemAnswer | undefined {
  return Object.hasOwn(answers.items, itemId) ? answers.items[itemId] : undefined;
}

/** Whether it answers an item that asks for no state. */
export function isGiven(answer: ItemAnswer): answer is GivenAnswer {
  return 'given' in answer;
}

/** Whether an answer was given to the item as it reads today, on the clauses it rests on today. */
export function isCurrent(answer: ItemAnswer, item: CheckItem): boolean {
  return isGiven(answer) !== asksState(item) && answer.meaning === item.meaning && answer.clauses === item.clauses;
}

/** The state that counts. */
export function statusOf(answers: ChecklistAnswers, item: CheckItem): Status {
  return currentStatus(answers, item)?.status ?? 'unanswered';
}

/** The answer with a state that counts: a stale one counts as unanswered. */
export function currentStatus(answers: ChecklistAnswers, item: CheckItem): StatusAnswer | undefined {
  const answer = findAnswer(answers, item.id);
  return answer && !isGiven(answer) && isCurrent(answer, item) ? answer : undefined;
}

/** The other kind of answer that counts; what it holds may be no answer, see toSentGiven(). */
export function currentGiven(answers: ChecklistAnswers, item: CheckItem): GivenAnswer | undefined {
  const answer = findAnswer(answers, item.id);
  return answer && isGiven(answer) && isCurrent(answer, item) ? answer : undefined;
}

/** The items whose record no longer holds on a day, by default that of the check, in order. */
export function expiredItems(
  definition: ChecklistDefinition,
  answers: ChecklistAnswers,
  day: string = answers.header.checkedOn,
): CheckItem[] {
  return itemsOf(definition).filter((item) => {
    const answer = currentStatus(answers, item) ?? currentGiven(answers, item);
    return answer !== undefined && asksDays(definition, item) && isExpired(toSentDays(answer), day);
  });
}

/** Whether an item has an answer that counts. */
export function isAnswered(answers: ChecklistAnswers, item: CheckItem): boolean {
  if (!item.answer) return statusOf(answers, item) !== 'unanswered';
  return toSentGiven(item.answer, currentGiven(answers, item)?.given ?? []).length > 0;
}

/** Japanese: the answer that counts, or 未回答. */
export function describeAnswer(answers: ChecklistAnswers, item: CheckItem): string {
  if (!item.answer) return statusNames[statusOf(answers, item)];
  const given = toSentGiven(item.answer, currentGiven(answers, item)?.given ?? []);
  return given.length > 0 ? formatGiven(item.answer, given) : statusNames.unanswered;
}

/** Japanese: what an answer says, whatever the item asks today; '' where it says nothing. */
export function describeOldAnswer(answer: ItemAnswer): string {
  if (isGiven(answer)) return answer.given.join('、');
  return answer.status === 'unanswered' ? '' : statusNames[answer.status];
}

/** Items answered once whose meaning, or whose clauses, have changed since: they ask again, with the old answer shown. */
export function staleItems(definition: ChecklistDefinition, answers: ChecklistAnswers): CheckItem[] {
  return itemsOf(definition).filter((item) => {
    const answer = findAnswer(answers, item.id);
    return answer !== undefined && describeOldAnswer(answer) !== '' && !isCurrent(answer, item);
  });
}

/** Why an item asks again: its own text or what can be answered reads otherwise, or only the clauses it rests on. */
export function whyStale(answer: ItemAnswer, item: CheckItem): 'item' | 'clauses' {
  return isGiven(answer) !== asksState(item) && answer.meaning === item.meaning ? 'clauses' : 'item';
}

/** Whether a person has typed or chosen anything that replacing the answers would lose. */
export function isAnythingTyped(answers: ChecklistAnswers): boolean {
  return (
    Object.values(answers.header).some((text) => text !== '') ||
    Object.values(answers.items).some(
      (answer) =>
        describeOldAnswer(answer) !== '' ||
        answer.evidence !== '' ||
        evidenceDays.some((day) => (answer[day] ?? '') !== '') ||
        answer.note !== '' ||
        (!isGiven(answer) && answer.dueOn !== ''),
    )
  );
}

/**
 * The answers as they leave the page, in a PDF or a JSON file: only items of this definition, only texts that belong to
 * the chosen state, without the spaces around them. A draft keeps more, so that changing one's mind loses nothing.
 */
export function toSentAnswers(definition: ChecklistDefinition, answers: ChecklistAnswers): ChecklistAnswers {
  const items = itemsOf(definition).flatMap((item): [string, ItemAnswer][] => {
    const sent = item.answer ? toSentGivenAnswer(item, answers) : toSentStatusAnswer(item, answers);
    const answer = findAnswer(answers, item.id);
    if (sent && answer && asksDays(definition, item)) Object.assign(sent, toSentDays(answer));
    return sent ? [[item.id, sent]] : [];
  });
  return {
    ...emptyAnswers(definition),
    header: toSentHeader(answers.header),
    ...(answers.request && { request: answers.request }),
    items: Object.fromEntries(items),
  };
}

function toSentStatusAnswer(item: CheckItem, answers: ChecklistAnswers): StatusAnswer | undefined {
  const answer = currentStatus(answers, item);
  if (!answer || answer.status === 'unanswered') return undefined;
  const fields = fieldsOf[answer.status];
  return {
    status: answer.status,
    evidence: fields.includes('evidence') ? answer.evidence.trim() : '',
    note: fields.includes('note') ? toSentNote(answer.note) : '',
    dueOn: fields.includes('dueOn') ? toDateText(answer.dueOn.trim()) : '',
    ...restsOn(answer),
  };
}

function toSentGivenAnswer(item: CheckItem, answers: ChecklistAnswers): GivenAnswer | undefined {
  const answer = currentGiven(answers, item);
  const given = item.answer && answer ? toSentGiven(item.answer, answer.given) : [];
  if (!answer || given.length === 0) return undefined;
  const evidence = asksEvidence(item) ? answer.evidence.trim() : '';
  return { given, evidence, note: toSentNote(answer.note), ...restsOn(answer) };
}

/** What an answer was given to; a key without a value would be no key of the file. */
export function restsOn({ meaning, clauses }: Pick<ItemAnswer, 'meaning' | 'clauses'>) {
  return clauses === undefined ? { meaning } : { meaning, clauses };
}

function toSentNote(note: string): string {
  return note.replace(/\r\n?/g, '\n').trim();
}
