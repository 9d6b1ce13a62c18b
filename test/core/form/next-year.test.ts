import { describe, expect, test } from 'vitest';
import { beginNextYear } from '../../../src/core/form/next-year.ts';
import type { FormDefinition } from '../../../src/record/v1/form/definition.ts';
import { emptyFormAnswers } from '../../../src/record/v1/form/given.ts';
import { column, field, pledge, row } from '../../record/v1/form/fixture.ts';

const table = { kind: 'table' as const, title: '', row: '行', blankRows: 3, examples: [], notes: [] };
const plan: FormDefinition = {
  ...pledge,
  id: 'training-plan',
  parts: [
    { kind: 'fields', id: 'year', title: '', fields: [field('fiscal-year', '年度'), field('period', '期間')] },
    {
      ...table,
      id: 'sessions',
      columns: [
        column('theme', 'テーマ', 0.4),
        column('held', '実施する日', 0.2, { kind: 'date' }),
        column('time', '時期', 0.2),
        column('result', '結果', 0.2),
      ],
    },
    {
      ...table,
      id: 'findings',
      columns: [
        column('point', '対象', 0.4),
        column('state', '状況', 0.2),
        column('remedy', '改善', 0.2),
        column('due', '期限', 0.2, { kind: 'date' }),
      ],
    },
    { ...table, id: 'plan', columns: [column('remedy', '改善', 0.5), column('due', '期限', 0.5, { kind: 'date' })] },
  ],
};
const begun = emptyFormAnswers(plan, 'next');
const given = {
  ...emptyFormAnswers(plan, 'this'),
  header: { ...begun.header, company: '見本商事', checkedOn: '2026-04-01' },
  fields: { 'fiscal-year': '令和8年度', period: '２０２６年4月から令和9年3月まで（全12回）' },
  tables: {
    sessions: [
      row('a', { theme: '最新の脅威（2026年版）', held: '2026/6/1', time: '6月', result: '20人が受けた' }),
      row('b', { theme: '閏日', held: '2028-02-29' }),
      row('c', { theme: '未定', held: '未定' }),
    ],
    findings: [row('d', { point: '3章', state: '守られている', remedy: '台帳を直す', due: '2026-09-30' })],
    plan: [row('e', { remedy: '台帳を直す', due: '2026-09-30' })],
  },
};

describe('beginNextYear', () => {
  const next = beginNextYear(plan, begun, given);

  test('puts days and years one later, and leaves all other figures', () => {
    expect(next.fields).toEqual({ 'fiscal-year': '令和9年度', period: '2027年4月から令和10年3月まで（全12回）' });
    expect(next.tables['sessions']).toEqual([
      row('a', { theme: '最新の脅威（2026年版）', held: '2027-06-01', time: '6月' }),
      row('b', { theme: '閏日', held: '2029-02-28' }),
      row('c', { theme: '未定', held: '未定' }),
    ]);
  });

  test('takes no result along, and no row that is one', () => {
    expect(next.tables['findings']).toEqual([row('d', { point: '3章' })]);
    expect(next.tables['plan']).toBeUndefined();
  });

  test('is a paper of its own, without a date', () => {
    expect(next.case).toBe('next');
    expect(next.header).toMatchObject({ company: '見本商事', checkedOn: '' });
    expect(beginNextYear(plan, begun, begun)).toEqual(begun);
  });

  test('令和元年 is followed by 令和2年', () => {
    const first = { ...given, fields: { 'fiscal-year': '令和元年度' } };
    expect(beginNextYear(plan, begun, first).fields).toEqual({ 'fiscal-year': '令和2年度' });
  });
});
