import { describeCount, notTakenMessage } from '../returned-list/describe-returned-list.ts';
import { judgeReturnedList, type ListJudgement, type Need } from '../returned-list/returned-list.ts';
import { isDate } from '../text/date.ts';
import type { Campaign, PassRule, Return } from './desk.ts';
import { reasonNames } from './reasons.ts';
import { type DeskRow, rowKindNames } from './table.ts';

/** `open`: a person decides. `none`: nothing counts by now, so there is nothing to judge. */
export type Evaluation = 'pass' | 'fail' | 'open' | 'none';

/** A row and what the pass rule makes of it. */
export interface EvaluatedRow {
  row: DeskRow;
  /** By the rule alone. */
  found: Evaluation;
  /** What holds: the person's word, else the rule's. */
  result: Evaluation;
  /** A person decided otherwise than the rule. */
  isException: boolean;
  /** Japanese: the result. */
  says: string;
  /** Japanese: what led to it. */
  why: string;
}

/** Names as people read them. */
export const evaluationNames: Readonly<Record<Evaluation, string>> = {
  pass: '基準を満たす',
  fail: '基準を満たさない',
  open: '人が決める',
  none: 'まだ評価できない',
};

const unsetName = '合格の決め方';

/**
 * The pass rule over all rows at once; the judge is that of the decision 委託先の評価, so both say the same of one file. A file
 * that cannot be received and is of no company is nobody to evaluate, and left out.
 */
export function evaluate(rows: readonly DeskRow[], { rule, tool }: Pick<Campaign, 'rule' | 'tool'>): EvaluatedRow[] {
  const evaluated = rows.filter(({ company, kind }) => company !== undefined || kind !== 'refused');
  return evaluated.map((row) => {
    const { found, why } = judge(row, toNeed(rule), tool);
    const { verdict } = row;
    const said = verdict && verdict.result !== '' ? verdict.result : undefined;
    const isException = said !== undefined && said !== found;
    const result = said ?? found;
    const says = isException ? `${evaluationNames[result]}（担当者が決定）` : evaluationNames[result];
    return { row, found, result, isException, says, why: isException && verdict?.reason ? verdict.reason : why };
  });
}

/** How many rows there are of each result. */
export function countEvaluations(evaluated: readonly EvaluatedRow[]): Record<Evaluation, number> {
  const counts = { pass: 0, fail: 0, open: 0, none: 0 };
  for (const { result } of evaluated) counts[result] += 1;
  return counts;
}

/**
 * The day of the next evaluation: the same day so many years later, of 29 February 28 February where there is none.
 * @param on `YYYY-MM-DD` @returns '' for what is no day
 */
export function nextEvaluationOn(on: string, years = 1): string {
  if (!isDate(on)) return '';
  const day = `${String(Number(on.slice(0, 4)) + years).padStart(4, '0')}${on.slice(4)}`;
  return isDate(day) ? day : day.replace(/-29$/, '-28');
}

/** The pass rule as the judge takes it. */
export function toNeed(rule: PassRule): Need {
  if (rule.kind === 'none') return { kind: 'unset', setting: unsetName };
  if (rule.kind === 'all') return { kind: 'all' };
  return { kind: 'least', least: rule.least, count: rule.countsPlanned ? ['done', 'partial'] : ['done'] };
}

function judge(row: DeskRow, need: Need, tool: Campaign['tool']): { found: Evaluation; why: string } {
  const { contents, shown, kind, reasons } = row;
  const first = reasons.map((one) => reasonNames[one]).join('、');
  if (!shown || kind === 'refused') return { found: 'none', why: first || rowKindNames[kind] };
  if (!contents) return { found: 'open', why: first || '確認リストではないので、数えるものがない' };
  const warning = kind === 'look' ? first : undefined;
  const judgement = judgeReturnedList(contents, readingOf(need, tool), { standing: standingOf(shown), warning });
  return tell(judgement, need, tool.title);
}

const options = { all: 'pass', enough: 'pass', fewer: 'fail' } as const;

function readingOf(need: Need, tool: Campaign['tool']) {
  return { list: { id: tool.id }, options, need };
}

/** What was not compared is among the reasons of the row, and they are the warning. */
function standingOf({ form }: Return): Exclude<Return['form'], 'not-compared'> {
  return form === 'not-compared' || form === 'unknown' || form === 'older' || form === 'newer' ? 'current' : form;
}

function tell(judgement: ListJudgement, need: Need, title: string): { found: Evaluation; why: string } {
  if (judgement.kind === 'not-taken') return { found: 'none', why: notTakenMessage(judgement.why, { title }) };
  const { counts } = judgement;
  const enough = need.kind === 'least' ? `${need.least}問以上` : `全${counts.total}問`;
  const count = `○ ${describeCount(counts, need)}（${enough}で合格）`;
  if (judgement.kind === 'chosen') return { found: judgement.option === options.fewer ? 'fail' : 'pass', why: count };
  const { doubt } = judgement;
  switch (doubt.kind) {
    case 'signer':
      return { found: 'open', why: doubt.warning };
    case 'not-applicable':
      return { found: 'open', why: `${count}。対象外 ${counts.notApplicable} をどう数えるかで変わる` };
    case 'unset':
    case 'no-number':
      return { found: 'open', why: `${doubt.setting}が決まっていない` };
    case 'older':
    case 'newer':
      return { found: 'open', why: reasonNames[`${doubt.kind}-version`] };
  }
}

/** Japanese: the pass rule in one line. */
export function describeRule(rule: PassRule): string {
  if (rule.kind === 'none') return '決めていない';
  if (rule.kind === 'all') return 'すべて実施';
  return `${rule.least}問以上が実施${rule.countsPlanned ? '（一部実施・予定も数える）' : ''}`;
}
