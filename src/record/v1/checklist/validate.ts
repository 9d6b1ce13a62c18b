import { isDate } from '../../../core/text/date.ts';
import { isNumber } from '../../../core/text/number.ts';
import {
  dateMessage,
  type FieldProblem,
  longestHeaderText,
  problemAt,
  textMessage,
  validateHeader,
} from '../header/validate-fields.ts';
import { currentGiven, currentStatus, expiredItems, isAnswered, itemsOf, toSentAnswers } from './answer-set.ts';
import type { ChecklistAnswers, ItemAnswer } from './answers.ts';
import type { AnswerAsked, Choice } from './asked.ts';
import type { CheckItem, ChecklistDefinition } from './definition.ts';
import { isExpired } from './expiry.ts';
import { type EvidenceDay, evidenceNameOf, fieldNames, type ItemField } from './statuses.ts';

export interface Validation {
  problems: FieldProblem[];
  /** Not problems either: records that had ceased to hold on the day of the check. */
  expired: CheckItem[];
  /** Not problems either: 実施 without the name of a record. */
  bare: CheckItem[];
  /** Not problems either: planned for a day that is past by now. */
  past: CheckItem[];
  /** Not a problem: 未回答 may be handed over after a person has said so. */
  unanswered: CheckItem[];
}

/** Longest texts in characters (code points). */
export const limits = { header: longestHeaderText, evidence: 200, note: 5000, given: 5000 } as const;

/** Name of an item's field, unique on the page. */
export function itemFieldId(itemId: string, field: ItemField | 'status' | 'given'): string {
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
    problems: [
      ...validateHeader(sent.header, today),
      ...items.flatMap((item) => validateItem(item, sent, evidenceNameOf(definition))),
    ],
    expired: expiredItems(definition, sent),
    bare: items.filter((item) => {
      const answer = currentStatus(sent, item);
      return answer?.status === 'done' && answer.evidence === '';
    }),
    past: items.filter((item) => {
      const answer = currentStatus(sent, item);
      return answer?.status === 'partial' && answer.dueOn < today;
    }),
    unanswered: items.filter((item) => !isAnswered(sent, item)),
  };
}

function validateItem(item: CheckItem, sent: ChecklistAnswers, evidence: string): FieldProblem[] {
  return item.answer ? validateGiven(item, item.answer, sent, evidence) : validateStatus(item, sent, evidence);
}

function validateStatus(item: CheckItem, sent: ChecklistAnswers, evidence: string): FieldProblem[] {
  const answer = currentStatus(sent, item);
  if (!answer) return [];
  const reason = `No.${item.number} を「対象外」とする理由を、備考・理由に書いてください。`;
  const isReasonMissing = answer.status === 'notApplicable' && answer.note === '';
  const { checkedOn } = sent.header;
  const isBefore = isDate(answer.dueOn) && isDate(checkedOn) && answer.dueOn < checkedOn;
  const dueOn = isBefore
    ? `${nameOf(item, 'dueOn')}（${answer.dueOn}）が、確認日より前です。終わったなら「実施」を選び、まだなら新しい予定日を入力してください。`
    : dateMessage(answer.dueOn, nameOf(item, 'dueOn'), '2027-03-31');
  return [
    ...validateEvidence(item, answer, evidence),
    ...problemAt(itemFieldId(item.id, 'dueOn'), answer.status === 'partial' ? dueOn : undefined),
    ...(isReasonMissing ? problemAt(itemFieldId(item.id, 'note'), reason) : validateNote(item, answer)),
  ];
}

function validateGiven(item: CheckItem, asked: AnswerAsked, sent: ChecklistAnswers, evidence: string): FieldProblem[] {
  const answer = currentGiven(sent, item);
  if (!answer) return [];
  const isChoice = 'options' in asked;
  const message = isChoice
    ? choiceMessage(asked, answer.given, nameOf(item, 'given'))
    : givenMessage(asked, answer.given[0] ?? '', nameOf(item, 'given'));
  const noted = isChoice && answer.note === '' ? answer.given.find((one) => asked.noted?.includes(one)) : undefined;
  const missing = noted && `${nameOf(item, 'given')}で「${noted}」を選んだときは、備考にその内容を書いてください。`;
  return [
    ...problemAt(itemFieldId(item.id, 'given'), message),
    ...validateEvidence(item, answer, evidence),
    ...(missing ? problemAt(itemFieldId(item.id, 'note'), missing) : validateNote(item, answer)),
  ];
}

/** Options are chosen, and cannot be wrong; what stands for none of the others can be beside them. */
function choiceMessage({ alone }: Choice, given: readonly string[], name: string): string | undefined {
  if (alone === undefined || given.length < 2 || !given.includes(alone)) return undefined;
  return `${name}では、「${alone}」とほかの選択肢を一緒に選べません。どちらかの印を外してください。`;
}

/** What is wrong with what was typed. */
function givenMessage(asked: Exclude<AnswerAsked, Choice>, text: string, name: string): string | undefined {
  switch (asked.kind) {
    case 'text':
      return textMessage(text, { name, max: limits.given, required: false, lines: true });
    case 'number':
      return isNumber(text)
        ? undefined
        : `${name}は、数字だけで入力してください（例: 12。単位や「約」は書かず、補足は備考に書きます）。`;
    case 'date':
      return dateMessage(text, name, '2027-03-31');
  }
}

/** The name of a record, and its days: without the name nobody knows whose days they are. */
function validateEvidence(item: CheckItem, answer: ItemAnswer, name: string): FieldProblem[] {
  const { evidence, evidenceOn = '', evidenceUntil = '' } = answer;
  const hasDays = evidenceOn !== '' || evidenceUntil !== '';
  const rule = { name: `No.${item.number} の${name}`, max: limits.evidence, required: hasDays, lines: false };
  const isBackwards = isDate(evidenceOn) && isExpired(answer, evidenceOn);
  const backwards = `${nameOf(item, 'evidenceUntil')}が、${fieldNames.evidenceOn}より前です。どちらかを直してください。`;
  return [
    ...problemAt(itemFieldId(item.id, 'evidence'), textMessage(evidence, rule)),
    ...validateDay(item, 'evidenceOn', evidenceOn),
    ...(isBackwards
      ? problemAt(itemFieldId(item.id, 'evidenceUntil'), backwards)
      : validateDay(item, 'evidenceUntil', evidenceUntil)),
  ];
}

function validateDay(item: CheckItem, field: EvidenceDay, day: string): FieldProblem[] {
  if (day === '') return [];
  return problemAt(itemFieldId(item.id, field), dateMessage(day, nameOf(item, field), '2027-03-31'));
}

function validateNote(item: CheckItem, { note }: ItemAnswer): FieldProblem[] {
  const rule = { name: nameOf(item, 'note'), max: limits.note, required: false, lines: true };
  return problemAt(itemFieldId(item.id, 'note'), textMessage(note, rule));
}

function nameOf(item: CheckItem, field: keyof typeof fieldNames): string {
  return `No.${item.number} の${fieldNames[field]}`;
}
