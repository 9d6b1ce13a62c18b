import { describeAnswer, isAnswered, itemsOf, statusOf } from '../../record/v1/checklist/answer-set.ts';
import type { Status } from '../../record/v1/checklist/answers.ts';
import type { CheckItem } from '../../record/v1/checklist/definition.ts';
import { statusMarks } from '../../record/v1/checklist/statuses.ts';
import type { DeskRow } from './table.ts';

/** Companies against the items of a list. */
export interface Matrix {
  /** In order of the list, with the number of × and of 未回答; of several versions of it the items of all. */
  items: (Pick<CheckItem, 'id' | 'number' | 'text'> & { crosses: number; unanswered: number })[];
  lines: { row: DeskRow; cells: MatrixCell[] }[];
}

/**
 * `isAsked`: whether the list that was answered has the item, in these words. `mark`: ○, ×, － or what was chosen or typed;
 * '' for 未回答.
 */
export type MatrixCell = { isAsked: false } | { isAsked: true; status: Status | 'given'; mark: string };

/** The matrix of the rows that have answers to a check list, in their order. */
export function toMatrix(rows: readonly DeskRow[]): Matrix {
  const answered = rows.flatMap((row) => (row.contents ? [{ row, contents: row.contents }] : []));
  const items = new Map<string, Matrix['items'][number]>();
  for (const { contents } of answered) {
    for (const item of itemsOf(contents.definition)) {
      const { id, number, text } = item;
      if (!items.has(keyOf(item))) items.set(keyOf(item), { id, number, text, crosses: 0, unanswered: 0 });
    }
  }
  const lines = answered.map(({ row, contents: { definition, answers } }) => {
    const own = new Map(itemsOf(definition).map((item) => [keyOf(item), item]));
    const cells = [...items].map(([key, sum]): MatrixCell => {
      const item = own.get(key);
      if (!item) return { isAsked: false };
      if (!isAnswered(answers, item)) {
        sum.unanswered += 1;
        return { isAsked: true, status: 'unanswered', mark: '' };
      }
      if (item.answer) return { isAsked: true, status: 'given', mark: describeAnswer(answers, item) };
      const status = statusOf(answers, item);
      if (status === 'partial' || status === 'notDone') sum.crosses += 1;
      return { isAsked: true, status, mark: statusMarks[status] };
    });
    return { row, cells };
  });
  return { items: [...items.values()], lines };
}

/** The same id in other words is another question. */
function keyOf({ id, meaning }: CheckItem): string {
  return `${id} ${meaning}`;
}
