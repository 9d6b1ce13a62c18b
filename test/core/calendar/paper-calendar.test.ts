import { describe, expect, test } from 'vitest';
import { plansDays, toPaperCalendar } from '../../../src/core/calendar/paper-calendar.ts';
import type { FormDefinition } from '../../../src/record/v1/form/definition.ts';
import { emptyFormAnswers } from '../../../src/record/v1/form/given.ts';
import { column, plan as erasure, field, pledge, row } from '../../record/v1/form/fixture.ts';

const plan: FormDefinition = {
  ...pledge,
  title: '教育計画',
  parts: [
    { kind: 'fields', id: 'end', title: '', fields: [field('planned', '終える予定日', 'date')] },
    {
      kind: 'table',
      id: 'sessions',
      title: '',
      row: 'テーマ',
      columns: [
        column('theme', 'テーマ', 0.4),
        column('audience', '対象者', 0.2, { kind: 'several', options: ['本社', '支店'] }),
        column('held', '実施する日', 0.2, { kind: 'date' }),
        column('done', '終えた日', 0.2, { kind: 'date' }),
      ],
      blankRows: 3,
      examples: [],
      notes: [],
    },
  ],
};
const empty = emptyFormAnswers(plan, 'case-1');
const given = {
  ...empty,
  header: { ...empty.header, business: '窓口業務' },
  fields: { planned: '令和9年3月31日' },
  tables: {
    sessions: [
      row('a', { theme: '最新の脅威', audience: '本社\n支店', held: '2026-12-01' }),
      row('b', { theme: '済んだもの', held: '2026-12-02', done: '2026-11-20' }),
      row('c', { theme: '過ぎたもの', held: '2026-11-29' }),
      row('d', { theme: '日のないもの' }),
    ],
  },
};

describe('toPaperCalendar', () => {
  const calendar = toPaperCalendar(plan, given, '2026-11-30');

  test('holds the days to come, each once, and neither what is past nor what is done', () => {
    expect(calendar?.count).toBe(2);
    expect(calendar?.text.match(/^(?:UID|DTSTART|SUMMARY|RRULE).*$/gm)?.map((line) => line.trim())).toEqual([
      'UID:case-1.field.planned@kitei',
      'DTSTART;VALUE=DATE:20270331',
      'SUMMARY:教育計画（終える予定日）',
      'UID:case-1.sessions.a.held@kitei',
      'DTSTART;VALUE=DATE:20261201',
      'SUMMARY:最新の脅威（実施する日）',
    ]);
    const unfolded = calendar?.text.replaceAll('\r\n ', '');
    expect(unfolded).toContain('DESCRIPTION:教育計画\\n窓口業務\\nテーマ: 最新の脅威\\n対象者: 本社、支店');
  });

  test('takes a day out of a text that says when, where it is one', () => {
    const audit = {
      ...plan,
      parts: [{ kind: 'fields' as const, id: 'a', title: '', fields: [field('time', '時期')] }],
    };
    const at = (time: string) => toPaperCalendar(audit, { ...empty, fields: { time } }, '2026-11-30')?.count;
    expect([at('令和8年12月7日'), at('12月の初め')]).toEqual([1, undefined]);
  });

  test('is nothing where no day is to come', () => {
    expect(toPaperCalendar(plan, given, '2027-04-01')).toBeUndefined();
    expect(toPaperCalendar(plan, empty, '2026-11-30')).toBeUndefined();
  });
});

test('a form plans days by the ids that all forms share', () => {
  expect(plansDays(plan)).toBe(true);
  expect(plansDays(erasure)).toBe(true);
  expect(plansDays(pledge)).toBe(false);
});
