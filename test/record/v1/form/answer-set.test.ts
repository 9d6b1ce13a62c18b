import { describe, expect, test } from 'vitest';
import { isFormTyped, toSentForm } from '../../../../src/record/v1/form/answer-set.ts';
import { emptyFormAnswers, findCell, findField, rowsOf } from '../../../../src/record/v1/form/given.ts';
import { plan, planned, pledge, row } from './fixture.ts';

describe('toSentForm', () => {
  const sent = toSentForm(plan, planned);

  test('gives each answer the one form that its kind has, and leaves out what the form does not ask', () => {
    expect(sent.fields).toEqual({
      planned: '2026-12-01',
      'met-at': '2026-11-30 14:05',
      count: '1200',
      places: '本社\n支店\n倉庫',
      remark: '鍵は\n別に返す',
    });
    expect(sent.header).toMatchObject({ company: '見本協議会', checkedOn: '2026-11-30' });
  });

  test('drops empty rows, and keeps the ids of the others', () => {
    expect(sent.tables).toEqual({
      media: [
        row('r1', { kind: '紙媒体', method: '返却', worker: '山田' }),
        row('r3', { kind: '電磁的記録媒体', method: 'データ抹消 ソフトウェア' }),
      ],
    });
  });

  test('keeps which paper it is', () => expect(sent.case).toBe('a1b2c3d4'));

  test('sends the same again', () => expect(toSentForm(plan, sent)).toEqual(sent));

  test('leaves out what the head does not ask: it would be signed and printed nowhere', () => {
    expect(toSentForm(pledge, { ...planned, form: 'pledge' }).header).toMatchObject({ recipient: '', business: '' });
  });

  test('what fits no form stays as it was typed', () => {
    const fields = { planned: '来月', 'met-at': '昼', count: '約10', places: '' };
    expect(toSentForm(plan, { ...planned, fields }).fields).toEqual({ planned: '来月', 'met-at': '昼', count: '約10' });
  });
});

describe('isFormTyped', () => {
  const empty = emptyFormAnswers(plan, 'a1');
  test.each([
    ['nothing', {}, false],
    ['what a page fills in', { header: { ...empty.header, recipient: '見本労働局', checkedOn: '2026-11-30' } }, false],
    ['spaces and rows without anything', { fields: { remark: ' ' }, tables: { media: [row('r1', {})] } }, false],
    ['what the form asked once', { fields: { gone: 'x' } }, false],
    ['a company', { header: { ...empty.header, company: '甲' } }, true],
    ['a field', { fields: { remark: '甲' } }, true],
    ['a cell', { tables: { media: [row('r1', { worker: '甲' })] } }, true],
  ])('%s', (_, change, expected) => expect(isFormTyped(plan, { ...empty, ...change })).toBe(expected));
});

describe('what every object inherits is no answer', () => {
  const empty = emptyFormAnswers(plan, 'a1');
  test.each(['constructor', '__proto__', 'toString'])('%s', (id) => {
    expect([findField(empty, id), rowsOf(empty, id), findCell({ cells: {} }, id)]).toEqual(['', [], '']);
  });
});
