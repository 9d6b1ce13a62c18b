import { listBasis } from '../../record/v1/basis.ts';
import {
  currentStatus,
  describeAnswer,
  expiredItems,
  findAnswer,
  isAnswered,
  itemsOf,
} from '../../record/v1/checklist/answer-set.ts';
import type { CheckItem } from '../../record/v1/checklist/definition.ts';
import { isDate } from '../text/date.ts';
import type { Desk, Remark } from './desk.ts';
import type { DeskRow } from './table.ts';

/** Why an item stands on the list: 未実施, 一部実施・予定, 未回答, or a record that no longer holds. */
export type RemedyKind = 'notDone' | 'partial' | 'unanswered' | 'expired';

/** 改善一覧: one item of one company that is not as it should be. Days are `YYYY-MM-DD` or ''. */
export interface Remedy {
  /** Unique, and the same whenever the list is made. */
  id: string;
  row: DeskRow;
  company: string;
  item: Pick<CheckItem, 'id' | 'number' | 'text'>;
  kind: RemedyKind;
  /** 状態, as people read it. */
  state: string;
  /** 予定日 that the company gave; of a record the last day on which it held. */
  plannedOn: string;
  note: string;
  evidence: string;
  documentNumber: string;
  /** Provisions that it rests on, a line for each document. */
  basis: string[];
  /** What the reviewer said of it, if anything. */
  remark: Remark | undefined;
  /** The day by which it is to be done: the reviewer's, else the company's; '' for none. */
  dueOn: string;
  /** 済: the day on which it was done. */
  doneOn: string;
  /** Not done, and the day is over. */
  isOverdue: boolean;
}

/**
 * What has to be mended, of all rows whose file counts: what is overdue first, then by day, then what has none; what is done
 * comes last. @param today `YYYY-MM-DD`
 */
export function listRemedies(rows: readonly DeskRow[], { remarks }: Pick<Desk, 'remarks'>, today: string): Remedy[] {
  const said = new Map(remarks.flatMap((one) => (one.isStruck ? [] : [[`${one.company} ${one.item}`, one]])));
  const remedies = rows.flatMap((row): Remedy[] => {
    const { contents, company, shown } = row;
    if (!contents || !shown) return [];
    const { definition, answers } = contents;
    const expired = new Set(expiredItems(definition, answers, today).map(({ id }) => id));
    return itemsOf(definition).flatMap((item): Remedy[] => {
      const kind = kindOf(item, row, expired);
      if (!kind) return [];
      const answer = findAnswer(answers, item.id);
      const { evidence = '', note = '', evidenceUntil = '' } = kind === 'unanswered' ? {} : (answer ?? {});
      const planned = kind === 'expired' ? evidenceUntil : (currentStatus(answers, item)?.dueOn ?? '');
      const remark = said.get(`${company?.id ?? row.id} ${item.id}`);
      const days = daysOf(planned, remark, today);
      return [
        {
          id: `${row.id}.${item.id}`,
          row,
          company: row.name,
          item: { id: item.id, number: item.number, text: item.text },
          kind,
          state: kind === 'expired' ? '記録の期限切れ' : describeAnswer(answers, item),
          plannedOn: planned,
          note,
          evidence,
          documentNumber: shown.documentNumber,
          basis: listBasis(item.basis),
          remark,
          ...days,
        },
      ];
    });
  });
  return sortRemedies(remedies);
}

/** What is overdue first, then by day, then what has none; what is done comes last. What is alike stays as it was. */
export function sortRemedies(remedies: readonly Remedy[]): Remedy[] {
  return [...remedies].sort(byUrgency);
}

function kindOf(item: CheckItem, { contents }: DeskRow, expired: ReadonlySet<string>): RemedyKind | undefined {
  if (!contents) return undefined;
  if (!isAnswered(contents.answers, item)) return 'unanswered';
  const status = currentStatus(contents.answers, item)?.status;
  if (status === 'notDone' || status === 'partial') return status;
  return expired.has(item.id) ? 'expired' : undefined;
}

function daysOf(planned: string, remark: Remark | undefined, today: string) {
  const dueOn = [remark?.dueOn ?? '', planned].find(isDate) ?? '';
  const doneOn = remark?.doneOn ?? '';
  return { dueOn, doneOn, isOverdue: doneOn === '' && dueOn !== '' && dueOn < today };
}

/** The remedies whose day is in a month and that are not done. @param month `YYYY-MM` */
export function dueIn(remedies: readonly Remedy[], month: string): Remedy[] {
  return remedies.filter(({ dueOn, doneOn }) => doneOn === '' && dueOn.startsWith(`${month}-`));
}

/** Stable: what is alike stays in the order of the table and of the list. */
function byUrgency(a: Remedy, b: Remedy): number {
  const [one, other] = [rankOf(a), rankOf(b)];
  if (one !== other) return one - other;
  return a.dueOn === b.dueOn ? 0 : a.dueOn < b.dueOn ? -1 : 1;
}

function rankOf({ doneOn, isOverdue, dueOn }: Remedy): number {
  if (doneOn !== '') return 3;
  return isOverdue ? 0 : dueOn === '' ? 2 : 1;
}
