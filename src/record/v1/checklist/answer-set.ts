import { toDateText } from '../../../core/text/date.ts';
import { emptyHeader } from '../header/header.ts';
import { toSentHeader } from '../header/sent-header.ts';
import type { ChecklistAnswers, ItemAnswer, Status } from './answers.ts';
import type { CheckItem, ChecklistDefinition } from './definition.ts';
import { fieldsOf } from './statuses.ts';

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

/** The answer that counts: one given to the item as it reads today. A stale one counts as unanswered. */
export function currentAnswer(answers: ChecklistAnswers, item: CheckItem): ItemAnswer | undefined {
  const answer = findAnswer(answers, item.id);
  return answer?.meaning === item.meaning ? answer : undefined;
}

/** The state that counts. */
export function statusOf(answers: ChecklistAnswers, item: CheckItem): Status {
  return currentAnswer(answers, item)?.status ?? 'unanswered';
}

/** Items answered once whose meaning has changed since: they ask again, with the old answer shown. */
export function staleItems(definition: ChecklistDefinition, answers: ChecklistAnswers): CheckItem[] {
  return itemsOf(definition).filter((item) => {
    const answer = findAnswer(answers, item.id);
    return answer !== undefined && answer.status !== 'unanswered' && answer.meaning !== item.meaning;
  });
}

/** Whether a person has typed or chosen anything that replacing the answers would lose. */
export function isAnythingTyped(answers: ChecklistAnswers): boolean {
  return (
    Object.values(answers.header).some((text) => text !== '') ||
    Object.values(answers.items).some(
      ({ status, evidence, note, dueOn }) => status !== 'unanswered' || evidence !== '' || note !== '' || dueOn !== '',
    )
  );
}

/**
 * The answers as they leave the page, in a PDF or a JSON file: only items of this definition, only texts that belong to
 * the chosen state, without the spaces around them. A draft keeps more, so that changing one's mind loses nothing.
 */
export function toSentAnswers(definition: ChecklistDefinition, answers: ChecklistAnswers): ChecklistAnswers {
  const items = itemsOf(definition).flatMap((item): [string, ItemAnswer][] => {
    const answer = currentAnswer(answers, item);
    if (!answer || answer.status === 'unanswered') return [];
    const fields = fieldsOf[answer.status];
    const sent: ItemAnswer = {
      status: answer.status,
      evidence: fields.includes('evidence') ? answer.evidence.trim() : '',
      note: fields.includes('note') ? answer.note.replace(/\r\n?/g, '\n').trim() : '',
      dueOn: fields.includes('dueOn') ? toDateText(answer.dueOn.trim()) : '',
      meaning: answer.meaning,
    };
    return [[item.id, sent]];
  });
  return { ...emptyAnswers(definition), header: toSentHeader(answers.header), items: Object.fromEntries(items) };
}
