import { describe, expect, test } from 'vitest';
import { toSentForm } from '../../../../src/record/v1/form/answer-set.ts';
import { FormAnswersSchema } from '../../../../src/record/v1/form/answers-schema.ts';
import { readFormAnswers } from '../../../../src/record/v1/form/read-answers.ts';
import { plan, planned, row } from './fixture.ts';

const rows = (count: number) => Array.from({ length: count }, (_, index) => row(`r${index}`, { kind: '紙媒体' }));

describe('readFormAnswers', () => {
  test('reads what was written, what the form asked once included', () => {
    for (const answers of [planned, { ...planned, period: { from: '2026-11-01', until: '' } }])
      expect(readFormAnswers(JSON.parse(JSON.stringify(answers)), plan)).toEqual({ ok: true, answers });
  });

  test.each<[string, object, object]>([
    ['another form', { form: 'pledge' }, { kind: 'other-list' }],
    ['a decision', { kind: 'decision' }, { kind: 'other-list' }],
    ['a later version', { version: 3 }, { kind: 'newer-version' }],
    ['no case', { case: undefined }, { kind: 'damaged', where: 'case' }],
    ['a case that is no name', { case: '<img>' }, { kind: 'damaged', where: 'case' }],
    ['an unknown key', { evil: 1 }, { kind: 'damaged', where: 'evil' }],
    ['10,000 rows', { tables: { media: rows(10_000) } }, { kind: 'damaged', where: 'tables.media' }],
    ['2,001 rows in two tables', { tables: { a: rows(2000), b: rows(1) } }, { kind: 'damaged', where: 'tables' }],
    ['rows that are none', { tables: { media: {} } }, { kind: 'damaged', where: 'tables.media' }],
    [
      'two rows of one id',
      { tables: { media: [row('a', {}), row('a', {})] } },
      { kind: 'damaged', where: 'tables.media' },
    ],
    [
      'a row with a key more',
      { tables: { media: [{ ...row('a', {}), b: 1 }] } },
      { kind: 'damaged', where: 'tables.media.0.b' },
    ],
    ['a row without an id', { tables: { media: [{ cells: {} }] } }, { kind: 'damaged', where: 'tables.media.0.id' }],
    [
      'a cell that is no text',
      { tables: { media: [{ id: 'a', cells: { kind: 3 } }] } },
      { kind: 'damaged', where: 'tables.media.0.cells.kind' },
    ],
    [
      'a period that crosses',
      { period: { from: '2026-12-01', until: '2026-11-30' } },
      { kind: 'damaged', where: 'period' },
    ],
    ['a period of no day', { period: { from: '2026-11-31', until: '' } }, { kind: 'damaged', where: 'period' }],
    ['a period of a key more', { period: { from: '', until: '', x: '' } }, { kind: 'damaged', where: 'period.x' }],
    ['a field that is a list', { fields: { remark: ['a'] } }, { kind: 'damaged', where: 'fields.remark' }],
  ])('refuses %s', (_, change, problem) => {
    expect(readFormAnswers({ ...planned, ...change }, plan)).toEqual({ ok: false, problem });
  });

  test.each(['"remark"', '"media"', '"worker"'])('refuses __proto__ in the place of %s', (key) => {
    const text = JSON.stringify(planned).replace(key, '"__proto__"');
    expect(readFormAnswers(JSON.parse(text), plan)).toMatchObject({ ok: false, problem: { kind: 'damaged' } });
  });
});

describe('the schema of answers out of a file', () => {
  const sent = toSentForm(plan, planned);

  test('takes what was sent', () => expect(FormAnswersSchema.safeParse(sent)).toEqual({ success: true, data: sent }));

  test.each<[string, object]>([
    ['2,001 rows', { tables: { media: rows(2001) } }],
    ['2,001 rows in two tables', { tables: { a: rows(2000), b: rows(1) } }],
    ['61 fields', { fields: Object.fromEntries(Array.from({ length: 61 }, (_, index) => [`f${index}`, 'x'])) }],
    [
      '15 cells in a row',
      { tables: { a: [row('r', Object.fromEntries(Array.from({ length: 15 }, (_, i) => [`c${i}`, 'x'])))] } },
    ],
    ['two rows of one id', { tables: { a: [row('r', {}), row('r', {})] } }],
    ['a text of more than 100,000 letters', { fields: { remark: 'x'.repeat(100_001) } }],
    ['no case', { case: '' }],
    ['a key more', { evil: '' }],
    ['a period that crosses', { period: { from: '2026-12-01', until: '2026-11-30' } }],
  ])('refuses %s', (_, change) => {
    expect(FormAnswersSchema.safeParse({ ...sent, ...change }).success).toBe(false);
  });
});
