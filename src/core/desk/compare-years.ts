import type { ChecklistContents } from '../../record/contents.ts';
import { currentStatus, describeAnswer, isAnswered, itemsOf, statusOf } from '../../record/v1/checklist/answer-set.ts';
import type { Status } from '../../record/v1/checklist/answers.ts';
import type { CheckItem } from '../../record/v1/checklist/definition.ts';
import { toCompanyKey } from '../text/company-key.ts';
import { isDate } from '../text/date.ts';
import type { DeskRow } from './table.ts';

/**
 * What became of a question since the campaign before. `overdue`: the day that was planned then is over, and it is not done;
 * `other`: answered otherwise, but neither better nor worse (対象外, a choice); `new` and `gone`: asked only now, only then.
 */
export const changeKinds = ['worse', 'overdue', 'better', 'other', 'same', 'new', 'gone'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** Names as people read them. */
export const changeNames: Readonly<Record<ChangeKind, string>> = {
  worse: '戻った',
  overdue: '予定日を過ぎた',
  better: '改善した',
  other: '答えが変わった',
  same: '変わらない',
  new: '新しい問い',
  gone: 'なくなった問い',
};

/** One question then and now. */
export interface ItemChange {
  kind: ChangeKind;
  /** As it is asked now; of one that is gone, as it was asked then. */
  item: Pick<CheckItem, 'id' | 'number' | 'text'>;
  /** Answers as people read them; '' where it was not asked. */
  before: string;
  now: string;
  /** 予定日 that was given then, or ''. */
  plannedOn: string;
}

/** A company in both campaigns. */
export interface CompanyChange {
  name: string;
  before: DeskRow | undefined;
  now: DeskRow | undefined;
  /** None where one of the two has no answers to a check list. */
  items: ItemChange[];
  counts: Record<ChangeKind, number>;
}

/** Whether both answered is better the larger it is. */
const ranks: Partial<Record<Status, number>> = { notDone: 0, unanswered: 0, partial: 1, done: 2 };

/**
 * Two answers to one list beside each other. A question is the same by its id and what it means, else by what it means, so one
 * that was numbered anew is no new one, and one that was reworded is.
 * @param today `YYYY-MM-DD`: a day that was planned is over against it
 */
export function compareAnswers(before: ChecklistContents, now: ChecklistContents, today: string): ItemChange[] {
  const old = itemsOf(before.definition);
  const current = itemsOf(now.definition);
  const pairs = pairItems(old, current);
  const paired = new Set(pairs.values());
  return [
    ...current.map((item) => {
      const then = pairs.get(item);
      return then ? changeOf({ item: then, ...before }, { item, ...now }, today) : onlyIn('new', item, now);
    }),
    ...old.filter((item) => !paired.has(item)).map((item) => onlyIn('gone', item, before)),
  ];
}

/** The companies of two tables, by their names; those that are in one of them alone as well. */
export function compareTables(before: readonly DeskRow[], now: readonly DeskRow[], today: string): CompanyChange[] {
  const older = new Map(listed(before).map((row) => [keyOf(row), row]));
  const newer = listed(now);
  const known = new Set(newer.map(keyOf));
  return [
    ...newer.map((row) => toChange(older.get(keyOf(row)), row, today)),
    ...[...older].flatMap(([key, row]) => (known.has(key) ? [] : [toChange(row, undefined, today)])),
  ];
}

/** How many questions of all companies have become what. */
export function sumChanges(changes: readonly CompanyChange[]): Record<ChangeKind, number> {
  const sum = noChanges();
  for (const { counts } of changes) for (const kind of changeKinds) sum[kind] += counts[kind];
  return sum;
}

function toChange(before: DeskRow | undefined, now: DeskRow | undefined, today: string): CompanyChange {
  const isComparable = before?.contents !== undefined && now?.contents !== undefined;
  const items =
    isComparable && before.contents && now.contents ? compareAnswers(before.contents, now.contents, today) : [];
  const counts = noChanges();
  for (const { kind } of items) counts[kind] += 1;
  return { name: now?.name ?? before?.name ?? '', before, now, items, counts };
}

/** Files that belong to no company of the list are nobody's last year. */
function listed(rows: readonly DeskRow[]): DeskRow[] {
  return rows.filter(({ company }) => company !== undefined);
}

/** Of a list that is answered for several, the same person or system of the same company. */
function keyOf({ name, shown }: DeskRow): string {
  return JSON.stringify([toCompanyKey(name), aboutOf(shown?.matter ?? '')]);
}

/** The last part of a matter, see matterOf(): which case, person or system; '' for none. */
function aboutOf(matter: string): string {
  return matter === '' ? '' : matter.replace(/^\["[a-z]+","[a-z0-9-]+",/, '').replace(/^""\]$/, '');
}

/** For each question of now the one of then. */
function pairItems(old: readonly CheckItem[], current: readonly CheckItem[]): Map<CheckItem, CheckItem> {
  const pairs = new Map<CheckItem, CheckItem>();
  for (const item of current) {
    const same = old.find(({ id, meaning }) => id === item.id && meaning === item.meaning);
    if (same) pairs.set(item, same);
  }
  const taken = new Set(pairs.values());
  for (const item of current) {
    if (pairs.has(item)) continue;
    const alike = old.filter((one) => one.meaning === item.meaning && !taken.has(one));
    const [only] = alike;
    if (!only || alike.length > 1) continue;
    pairs.set(item, only);
    taken.add(only);
  }
  return pairs;
}

type Answered = { item: CheckItem } & ChecklistContents;

function changeOf(before: Answered, now: Answered, today: string): ItemChange {
  const plannedOn = currentStatus(before.answers, before.item)?.dueOn ?? '';
  const texts = {
    before: describeAnswer(before.answers, before.item),
    now: describeAnswer(now.answers, now.item),
  };
  const { id, number, text } = now.item;
  return { kind: kindOf(before, now, { ...texts, plannedOn, today }), item: { id, number, text }, ...texts, plannedOn };
}

function kindOf(
  before: Answered,
  now: Answered,
  { plannedOn, today, ...texts }: { before: string; now: string; plannedOn: string; today: string },
): ChangeKind {
  if (now.item.answer || before.item.answer) {
    const [answered, answers] = [isAnswered(before.answers, before.item), isAnswered(now.answers, now.item)];
    if (answered !== answers) return answers ? 'better' : 'worse';
    return texts.before === texts.now ? 'same' : 'other';
  }
  const [status, current] = [statusOf(before.answers, before.item), statusOf(now.answers, now.item)];
  const [rank, rankNow] = [ranks[status], ranks[current]];
  if (rank === undefined || rankNow === undefined) return status === current ? 'same' : 'other';
  if (rankNow < rank) return 'worse';
  if (status === 'partial' && current !== 'done' && isDate(plannedOn) && plannedOn < today) return 'overdue';
  return rankNow > rank ? 'better' : 'same';
}

function onlyIn(kind: 'new' | 'gone', item: CheckItem, { answers }: ChecklistContents): ItemChange {
  const { id, number, text } = item;
  const answer = describeAnswer(answers, item);
  const texts = kind === 'new' ? { before: '', now: answer } : { before: answer, now: '' };
  return { kind, item: { id, number, text }, ...texts, plannedOn: '' };
}

function noChanges(): Record<ChangeKind, number> {
  return { worse: 0, overdue: 0, better: 0, other: 0, same: 0, new: 0, gone: 0 };
}
