import {
  describeOldAnswer,
  emptyAnswers,
  expiredItems,
  findAnswer,
  isCurrent,
  itemsOf,
  whyStale,
} from '../../record/v1/checklist/answer-set.ts';
import type { ChecklistAnswers, ItemAnswer } from '../../record/v1/checklist/answers.ts';
import type { CheckItem, ChecklistDefinition } from '../../record/v1/checklist/definition.ts';

/** What becomes of an older list's answers in today's. */
export interface TakenOver {
  /** Ready to go on with; answers to reworded items are in it with their old meaning, so that they ask again. */
  answers: ChecklistAnswers;
  /** Answered, and still meaning the same. */
  kept: CheckItem[];
  /** Answered, but reworded since. */
  changed: CheckItem[];
  /** Answered and not reworded, but a clause that the item rests on has been. */
  rebased: CheckItem[];
  /** Without an answer: new in the list, or left open in the old one. */
  open: CheckItem[];
  /** Answered, but the record behind the answer has ceased to hold. */
  expired: CheckItem[];
  /** How many answers belong to items that this list no longer has; they are left behind. */
  retired: number;
}

/**
 * Begins a list with the answers of an older one: the header stays, 確認日 does not, for it was another day.
 * @param today `YYYY-MM-DD` where the person is
 */
export function takeOver(definition: ChecklistDefinition, old: ChecklistAnswers, today: string): TakenOver {
  const items = itemsOf(definition).map((item) => ({ item, answer: answered(old, item.id) }));
  const entries = items.flatMap(({ item, answer }): [string, ItemAnswer][] => (answer ? [[item.id, answer]] : []));
  const known = new Set(items.map(({ item }) => item.id));
  const stale = (why: ReturnType<typeof whyStale>) =>
    items.flatMap(({ item, answer }) =>
      answer && !isCurrent(answer, item) && whyStale(answer, item) === why ? [item] : [],
    );
  return {
    answers: {
      ...emptyAnswers(definition),
      header: { ...old.header, checkedOn: '' },
      items: Object.fromEntries(entries),
    },
    kept: items.flatMap(({ item, answer }) => (answer && isCurrent(answer, item) ? [item] : [])),
    changed: stale('item'),
    rebased: stale('clauses'),
    open: items.flatMap(({ item, answer }) => (answer ? [] : [item])),
    expired: expiredItems(definition, old, today),
    retired: Object.keys(old.items).filter((id) => !known.has(id) && answered(old, id)).length,
  };
}

/** Japanese: what was taken over, and what is left to do. */
export function takenOverMessage({ kept, changed, rebased, open, expired, retired }: TakenOver): string {
  const numbers = (items: CheckItem[]) => `${items.length}項目（No.${items.map(({ number }) => number).join('、')}）`;
  return [
    `${kept.length}項目を引き継ぎました。`,
    changed.length > 0 ? `${numbers(changed)}は文が変わったため、もう一度答えてください。` : '',
    rebased.length > 0 ? `${numbers(rebased)}は根拠の条が変わったため、もう一度答えてください。` : '',
    open.length > 0 ? `${numbers(open)}は前回の答えがありません。` : '',
    expired.length > 0
      ? `${numbers(expired)}は記録の有効期限が過ぎています。新しい記録があれば、名前と日付を書き換えてください。`
      : '',
    retired > 0 ? `今のリストにない${retired}項目の答えは、引き継いでいません。` : '',
    '確認日を入力し、答えが今も正しいかを確かめてください。',
  ].join('');
}

function answered(answers: ChecklistAnswers, itemId: string): ItemAnswer | undefined {
  const answer = findAnswer(answers, itemId);
  return answer && describeOldAnswer(answer) !== '' ? answer : undefined;
}
