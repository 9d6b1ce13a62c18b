import { describe, expect, test } from 'vitest';
import {
  describeCount,
  describeFile,
  describeFilling,
  describeJudgement,
  findWarning,
  notTakenMessage,
  type StatedGrades,
} from '../../../src/core/returned-list/describe-returned-list.ts';
import {
  isTaken,
  judgeReturnedList,
  type ListJudgement,
  type ListReading,
  type Need,
} from '../../../src/core/returned-list/returned-list.ts';
import type { Status } from '../../../src/record/v1/checklist/answers.ts';
import { answer, definition, filled } from '../../record/v1/checklist/fixture.ts';
import { definition as decision } from '../../record/v1/decision/fixture.ts';
import { identify } from '../../support/record.ts';

const done: Need = { kind: 'least', count: ['done'], least: 2 };
const planned: Need = { kind: 'least', count: ['done', 'partial'], least: 3 };
const reading: ListReading = {
  question: 'list',
  list: identify('checklist', definition),
  title: definition.title,
  options: { all: 'all', enough: 'enough', fewer: 'short' },
  need: done,
  fields: {},
};

/** `○△×－`: the states of the four items in order; a blank is 未回答. */
function answersOf(marks: string) {
  const states: Record<string, Status> = { '○': 'done', '△': 'partial', '×': 'notDone', '－': 'notApplicable' };
  const ids = ['manager', 'rules', 'training', 'pledge'];
  const items = ids.flatMap((id, index) => {
    const status = states[marks[index] ?? ''];
    return status ? [[id, answer([1, 2, 6, 7][index] ?? 0, { status })] as const] : [];
  });
  return { ...filled, items: Object.fromEntries(items) };
}

function judge(marks: string, need: Need = done, found = {}, list = reading): ListJudgement {
  const contents = { definition, answers: answersOf(marks) };
  return judgeReturnedList(contents, { ...list, need }, { standing: 'current', warning: undefined, ...found });
}

/** The chosen option, or why there is none. */
function resultOf(judgement: ListJudgement): string {
  if (judgement.kind === 'chosen') return judgement.option;
  return judgement.kind === 'open' ? judgement.doubt.kind : judgement.why;
}

describe('judgeReturnedList', () => {
  test.each<[string, Need, string]>([
    ['○○○○', done, 'all'],
    ['○○○×', done, 'enough'],
    ['○○△×', done, 'enough'],
    ['○△△×', done, 'short'],
    ['○△△×', planned, 'enough'],
    // All four are planned, but not all are done.
    ['△△△△', planned, 'enough'],
    ['○△××', planned, 'short'],
    ['○○○×', { kind: 'all' }, 'short'],
    ['○○○○', { kind: 'all' }, 'all'],
    // What was not answered is no ○.
    ['○   ', done, 'short'],
    ['○○  ', done, 'enough'],
  ])('%s', (marks, need, option) => {
    expect(resultOf(judge(marks, need))).toBe(option);
  });

  test('shows the counts, whatever is chosen', () => {
    expect(judge('○△－')).toMatchObject({
      counts: { done: 1, partial: 1, notDone: 0, notApplicable: 1, unanswered: 1, total: 4 },
    });
  });

  test.each<[string, Need, string]>([
    // Two are needed: with 対象外 as ○ there are two, without it one.
    ['○－××', done, 'not-applicable'],
    // All or only enough?
    ['○○○－', done, 'not-applicable'],
    ['○○○－', { kind: 'all' }, 'not-applicable'],
    // It makes no difference here.
    ['○○－×', done, 'enough'],
    ['－×××', done, 'short'],
  ])('対象外 is left to the person only where it makes the difference: %s', (marks, need, result) => {
    expect(resultOf(judge(marks, need))).toBe(result);
  });

  test.each<Need>([
    { kind: 'unset', setting: '委託先に求める実施状況' },
    { kind: 'no-number', setting: '実施している対策の数' },
  ])('while it is $kind how many are enough, only all are all', (need) => {
    expect(resultOf(judge('○○○×', need))).toBe(need.kind);
    expect(resultOf(judge('○○○○', need))).toBe('all');
  });

  test.each(['older', 'newer'] as const)(
    'of an %s version the counts are shown, and the person decides',
    (standing) => {
      const judgement = judge('○○○○', done, { standing });
      expect(judgement).toMatchObject({ kind: 'open', doubt: { kind: standing }, counts: { done: 4 } });
      expect(isTaken(judgement)).toBe(false);
    },
  );

  test('with something to ask of the signer, the person decides', () => {
    const judgement = judge('○○○○', done, { warning: '登録した指紋と違います' });
    expect(resultOf(judgement)).toBe('signer');
    expect(isTaken(judgement)).toBe(false);
  });

  test('the same list in other guidance is taken, in other questions it is not', () => {
    expect(resultOf(judge('○○○○', done, { standing: 'reworded' }))).toBe('all');
    expect(resultOf(judge('○○○○', done, { standing: 'altered' }))).toBe('altered');
  });

  test('another list and a decision are not taken', () => {
    const other = { ...reading, list: { ...reading.list, id: 'another-list' } };
    expect(resultOf(judge('○○○○', done, {}, other))).toBe('other-list');
    expect(resultOf(judge('○○○○', done, { standing: 'unknown' }))).toBe('other-list');
    const answers = {
      format: 'kitei-answers/1',
      kind: 'decision',
      decision: 'take-out',
      version: 2,
      case: 'case-1',
      header: filled.header,
      answers: {},
      fields: {},
      times: {},
    } as const;
    const contents = { definition: decision, answers };
    const judgement = judgeReturnedList(contents, reading, { standing: 'current', warning: undefined });
    expect(resultOf(judgement)).toBe('decision');
    expect(isTaken(judgement)).toBe(false);
  });

  test('what is not settled by the counts can still be taken for the record', () => {
    expect(isTaken(judge('○－××'))).toBe(true);
    expect(isTaken(judge('○○○×', { kind: 'unset', setting: '' }))).toBe(true);
  });
});

const grades: StatedGrades = {
  tampering: { grade: 'full', label: '改ざんなし' },
  match: { grade: 'full', label: '一致' },
  form: { grade: 'full', label: '現行の版' },
  signer: { grade: 'half', label: '自己表示・未登録' },
  validity: { grade: 'half', label: '申告の時刻では期間内' },
  revocation: { grade: 'open', label: '未確認' },
};

describe('the words', () => {
  const said = (judgement: ListJudgement, isRegistered = true) =>
    judgement.kind === 'not-taken' ? [] : describeJudgement(judgement, '全20問が○', isRegistered);

  test('say what was chosen, or why nothing was', () => {
    expect(said(judge('○○○○'))).toEqual(['「全20問が○」を選びました。合っていれば、「次へ」を押してください。']);
    expect(said(judge('○－×'))).toEqual([
      '「対象外」をどう数えるかで答えが変わります。原文に数え方の定めはないので、数え方を決めて選んでください。この PDF からは、答えを選んでいません。',
      '未回答が1問あります。○には数えていません。',
    ]);
    expect(said(judge('○○○×', { kind: 'no-number', setting: '対策の数' }), false)).toEqual([
      '会社の設定「対策の数」が、空か、リストの数までの数ではありません。この PDF からは、答えを選んでいません。',
      expect.stringContaining('指紋を確かめるまで、わかりません。'),
    ]);
    expect(said(judge('○○○×', { kind: 'unset', setting: '実施状況' }))[0]).toContain('「実施状況」が、未設定です。');
    expect(said(judge('○', done, { standing: 'older' }))[0]).toContain('古い版');
    expect(said(judge('○', done, { standing: 'newer' }))[0]).toContain('新しい版');
    expect(said(judge('○', done, { warning: '登録した指紋と違います' }))[0]).toContain('（登録した指紋と違います）');
  });

  test('name the list that is wanted', () => {
    for (const why of ['decision', 'form', 'other-list'] as const)
      expect(notTakenMessage(why, reading)).toContain(`「${definition.title}」の PDF を選んでください。`);
    expect(notTakenMessage('altered', reading)).toContain('受け取らず');
  });

  test('give everything known of the file, empty names included', () => {
    const judgement = judge('○△×－');
    if (judgement.kind === 'not-taken') throw new Error(judgement.why);
    const file = {
      name: 'a.pdf',
      company: '株式会社𠮷野',
      checkedOn: '2026-11-20',
      documentNumber: '3F2A-9C01-77B4',
      signer: ['', ''],
      fingerprint: 'abcd',
      grades,
    };
    expect(describeFile(file, judgement.counts)).toEqual([
      ['ファイル', 'a.pdf'],
      ['会社名', '株式会社𠮷野'],
      ['確認日', '2026年11月20日'],
      ['文書番号', '3F2A-9C01-77B4'],
      ['署名者', '（証明書に名前がない）'],
      ['署名鍵の指紋', 'abcd'],
      ['答えの数', '実施（○）1、一部実施・予定 1、未実施 1、対象外 1、未回答 0（全4問）'],
      [
        '検証の結果',
        '改ざん: 改ざんなし\n表示とデータ: 一致\n様式の版: 現行の版\n署名者: 自己表示・未登録\n有効期間: 申告の時刻では期間内\n失効: 未確認',
      ],
    ]);
    expect(describeCount(judgement.counts, done)).toBe('1');
    expect(describeCount(judgement.counts, planned)).toBe('1（一部実施・予定 1）');
  });

  test('name the fields that were filled in and those left alone', () => {
    expect(describeFilling({ filled: ['委託先', '番号'], kept: ['数'], emptied: ['社名'] })).toEqual([
      '記録の「委託先」「番号」に、ファイルの内容を写しました。',
      '記録の「数」には入力があるので、変えていません。',
      '記録の「社名」から、前のファイルの内容を消しました。',
    ]);
    expect(describeFilling({ filled: [], kept: [], emptied: [] })).toEqual([]);
  });

  test('warn of a signer as the verifier does', () => {
    expect(findWarning(grades, false)).toBeUndefined();
    expect(findWarning(grades, true)).toContain('違う会社名');
    expect(findWarning({ ...grades, validity: { grade: 'warn', label: '期間外' } }, false)).toBe('期間外');
    expect(findWarning({ ...grades, signer: { grade: 'warn', label: '違います' } }, true)).toBe('違います');
  });
});
