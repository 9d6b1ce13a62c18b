import { describe, expect, test } from 'vitest';
import { beginWithAddress, keepTyped } from '../../../src/core/form/begin-with.ts';
import { emptyFormAnswers } from '../../../src/record/v1/form/given.ts';
import { plan } from '../../record/v1/form/fixture.ts';

const begun = emptyFormAnswers(plan, 'new-case');
const fill = (value: unknown) => beginWithAddress(plan, begun, encodeURIComponent(JSON.stringify(value)));

describe('beginWithAddress', () => {
  test('a new paper holds what the address gives', () => {
    const filled = fill({
      header: { business: '窓口業務' },
      fields: { count: '3' },
      tables: { media: [{ id: 'r1', cells: { kind: '紙媒体' } }] },
    });
    expect(filled).toMatchObject({
      case: 'new-case',
      header: { business: '窓口業務', recipient: '' },
      fields: { count: '3' },
      tables: { media: [{ id: 'r1', cells: { kind: '紙媒体' } }] },
    });
  });

  test('the addressee of the form stays where none is given', () => {
    const ours = { ...begun, header: { ...begun.header, recipient: '練馬区' } };
    const text = encodeURIComponent('{"fields":{"count":"3"}}');
    expect(beginWithAddress(plan, ours, text)?.header.recipient).toBe('練馬区');
  });

  test.each<[string, unknown]>([
    ['another key', { fields: {}, case: 'stolen' }],
    ['a field that is no text', { fields: { count: 3 } }],
    ['a key that is no id', { fields: { __PROTO__: 'x' } }],
    ['a head that does not exist', { header: { title: 'x' } }],
    ['rows that are none', { tables: { media: [{ cells: {} }] } }],
    ['a list', []],
    ['a text', 'x'],
    ['null', null],
  ])('%s is refused', (_, value) => {
    expect(fill(value)).toBeUndefined();
  });

  test.each(['{"__proto__":{"fields":{}}}', '{"fields":{"__proto__":"x"}}', '{', '%', ''])('%s is refused', (text) => {
    expect(beginWithAddress(plan, begun, text === '%' ? '%' : encodeURIComponent(text))).toBeUndefined();
  });

  test.each(['。', '%E3%80%82', ' を見て', '.', '&utm_source=x'])(
    'what stands behind the address, %j, is not read',
    (text) => {
      const encoded = encodeURIComponent('{"fields":{"count":"3"}}');
      expect(beginWithAddress(plan, begun, encoded + text)?.fields).toEqual({ count: '3' });
    },
  );

  test('a text beyond the bound is refused', () => {
    expect(fill({ fields: { remark: 'a'.repeat(7900) } })).toBeDefined();
    expect(fill({ fields: { remark: 'a'.repeat(8100) } })).toBeUndefined();
  });
});

describe('keepTyped', () => {
  const row = (id: string, cells: Record<string, string> = {}) => ({ id, cells });
  const empty = {
    ...begun,
    header: { ...begun.header, recipient: '練馬区' },
    tables: { media: [row('first')], others: [row('second')] },
  };
  const given = {
    header: { recipient: '見本区', business: '窓口業務' },
    fields: { count: '3' },
    tables: { media: [row('r1', { kind: '紙媒体' })] },
  };
  const filled = beginWithAddress(plan, empty, encodeURIComponent(JSON.stringify(given))) ?? empty;

  test('where nothing was typed, all that is filled in is there', () => {
    expect(keepTyped(filled, empty, empty)).toEqual(filled);
  });

  test('what was typed meanwhile stays: in the head, in a field, in a row of a filled table and of another', () => {
    const now = {
      ...empty,
      header: { ...empty.header, company: '見本株式会社', business: '旅券' },
      fields: { count: '', remark: '急ぎ' },
      tables: { media: [row('first', { place: '書庫' })], others: [row('second', { place: '金庫' })] },
    };
    const kept = keepTyped(filled, empty, now);
    expect(kept.header).toMatchObject({ company: '見本株式会社', business: '旅券', recipient: '見本区' });
    expect(kept.fields).toEqual({ count: '', remark: '急ぎ' });
    expect(kept.tables).toEqual({
      media: [row('r1', { kind: '紙媒体' }), row('first', { place: '書庫' })],
      others: [row('second', { place: '金庫' })],
    });
  });

  test('the row that somebody is in stays, though it is empty', () => {
    expect(keepTyped(filled, empty, empty, 'first').tables['media']?.map(({ id }) => id)).toEqual(['r1', 'first']);
    expect(keepTyped(filled, empty, empty).tables['media']?.map(({ id }) => id)).toEqual(['r1']);
  });
});
