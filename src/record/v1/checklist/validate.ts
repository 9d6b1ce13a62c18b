import {
  dateMessage,
  type FieldProblem,
  longestHeaderText,
  problemAt,
  textMessage,
  validateHeader,
} from '../header/validate-fields.ts';
import { currentAnswer, itemsOf, statusOf, toSentAnswers } from './answer-set.ts';
import type { ChecklistAnswers } from './answers.ts';
import type { CheckItem, ChecklistDefinition } from './definition.ts';
import { fieldNames, type ItemField } from './statuses.ts';

export interface Validation {
  problems: FieldProblem[];
  /** Not a problem: 未回答 may be handed over after a person has said so. */
  unanswered: CheckItem[];
}

/** Longest texts in characters (code points). */
export const limits = { header: longestHeaderText, evidence: 200, note: 5000 } as const;

/** Name of an item's field, unique on the page. */
export function itemFieldId(itemId: string, field: ItemField | 'status'): string {
  return `item-${itemId}-${field}`;
}

/**
 * Checks all that will be handed over, in order of display.
 * @param today `YYYY-MM-DD` where the person is
 */
export function validateAnswers(definition: ChecklistDefinition, answers: ChecklistAnswers, today: string): Validation {
  const sent = toSentAnswers(definition, answers);
  const items = itemsOf(definition);
  return {
    problems: [...validateHeader(sent.header, today), ...items.flatMap((item) => validateItem(item, sent))],
    unanswered: items.filter((item) => statusOf(sent, item) === 'unanswered'),
  };
}

function validateItem(item: CheckItem, sent: ChecklistAnswers): FieldProblem[] {
  const answer = currentAnswer(sent, item);
  if (!answer) return [];
  const name = (field: ItemField) => `No.${item.number} の${fieldNames[field]}`;
  const id = (field: ItemField) => itemFieldId(item.id, field);
  const evidence = textMessage(answer.evidence, {
    name: name('evidence'),
    max: limits.evidence,
    required: false,
    lines: false,
  });
  const note = textMessage(answer.note, { name: name('note'), max: limits.note, required: false, lines: true });
  const reason = `No.${item.number} を「対象外」とする理由を、備考・理由に書いてください。`;
  const isReasonMissing = answer.status === 'notApplicable' && answer.note === '';
  return [
    ...problemAt(id('evidence'), evidence),
    ...problemAt(
      id('dueOn'),
      answer.status === 'partial' ? dateMessage(answer.dueOn, name('dueOn'), '2027-03-31') : undefined,
    ),
    ...problemAt(id('note'), isReasonMissing ? reason : note),
  ];
}
