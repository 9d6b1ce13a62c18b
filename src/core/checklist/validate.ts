import { countCharacters, findForbidden } from '../text/characters.ts';
import { isDate } from '../text/date.ts';
import { currentAnswer, itemsOf, statusOf, toSentAnswers } from './answer-set.ts';
import type { ChecklistAnswers, ChecklistHeader } from './answers.ts';
import type { CheckItem, ChecklistDefinition } from './definition.ts';
import { fieldNames, type ItemField } from './statuses.ts';

/** Something a person has to mend before the list can be handed over. */
export interface FieldProblem {
  /** Name of the field: `company`, or that of {@link itemFieldId}. */
  fieldId: string;
  /** Japanese: what to do. */
  message: string;
}

export interface Validation {
  problems: FieldProblem[];
  /** Not a problem: 未回答 may be handed over after a person has said so. */
  unanswered: CheckItem[];
}

/** Names of the header's fields as readers see them. */
export const headerNames: Readonly<Record<keyof ChecklistHeader, string>> = {
  company: '会社名',
  checker: '確認者',
  checkedOn: '確認日',
  recipient: '提出先',
  business: '業務名',
};

/** Longest texts in characters (code points). */
export const limits = { header: 100, evidence: 200, note: 5000 } as const;

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

function validateHeader(header: ChecklistHeader, today: string): FieldProblem[] {
  const line = (key: 'company' | 'checker' | 'recipient' | 'business', required: boolean): FieldProblem[] =>
    one(key, textMessage(header[key], { name: headerNames[key], max: limits.header, required, lines: false }));
  return [
    ...line('company', true),
    ...line('checker', true),
    ...one('checkedOn', checkedOnMessage(header.checkedOn, today)),
    ...line('recipient', false),
    ...line('business', false),
  ];
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
    ...one(id('evidence'), evidence),
    ...one(
      id('dueOn'),
      answer.status === 'partial' ? dateMessage(answer.dueOn, name('dueOn'), '2027-03-31') : undefined,
    ),
    ...one(id('note'), isReasonMissing ? reason : note),
  ];
}

function one(fieldId: string, message: string | undefined): FieldProblem[] {
  return message === undefined ? [] : [{ fieldId, message }];
}

function textMessage(
  text: string,
  { name, max, required, lines }: { name: string; max: number; required: boolean; lines: boolean },
): string | undefined {
  if (text === '') return required ? `${name}を入力してください。` : undefined;
  const count = countCharacters(text);
  if (count > max) {
    return `${name}を ${max.toLocaleString('en')} 文字以内に縮めてください（今は ${count.toLocaleString('en')} 文字です）。`;
  }
  const forbidden = findForbidden(text, { lines });
  if (!forbidden) return undefined;
  const what = forbidden.kind === 'surrogate' ? '壊れた文字' : '目に見えない制御文字';
  return `${name}に${what}（${forbidden.codePoint}）が入っています。消して入力し直してください。`;
}

function checkedOnMessage(date: string, today: string): string | undefined {
  const message = dateMessage(date, headerNames.checkedOn, today);
  if (message !== undefined || date <= today) return message;
  return '確認日に今日より後の日付が入っています。確認した日を入力してください。';
}

function dateMessage(date: string, name: string, example: string): string | undefined {
  if (date === '') return `${name}を入力してください（例: ${example}）。`;
  if (isDate(date)) return undefined;
  return `${name}には、実際にある日付を 1900 年から 2100 年までの年月日で入力してください（例: ${example}）。`;
}
