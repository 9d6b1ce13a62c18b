import { describe, expect, test } from 'vitest';
import { beginWithAddress } from '../../../src/core/form/begin-with.ts';
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

  test('a text beyond the bound is refused', () => {
    expect(fill({ fields: { remark: 'a'.repeat(7900) } })).toBeDefined();
    expect(fill({ fields: { remark: 'a'.repeat(8100) } })).toBeUndefined();
  });
});
