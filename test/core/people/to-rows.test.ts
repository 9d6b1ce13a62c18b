import { describe, expect, test } from 'vitest';
import { isNamedIn, toCells, toTexts, withPeople } from '../../../src/core/people/to-rows.ts';
import type { FormRow } from '../../../src/record/v1/form/answers.ts';
import type { FormColumn } from '../../../src/record/v1/form/definition.ts';
import { hanako, person, taro } from './support.ts';

const column = (id: string, more: Partial<FormColumn> = {}): FormColumn => ({
  id,
  label: id,
  help: '',
  kind: 'line',
  basis: [],
  share: 0.2,
  ...more,
});
const columns = [
  column('role', { kind: 'one', options: ['責任者', '従事者'], person: 'role' }),
  column('name', { person: 'name' }),
  column('affiliation', { person: 'affiliation' }),
  column('from', { kind: 'date', person: 'from' }),
  column('other'),
];

describe('people into rows', () => {
  test('cells are filled by what their columns want; what is not offered stays empty', () => {
    const known = person('a', { name: '甲', role: '責任者', post: '課長', from: '2026-04-01' });
    expect(toCells(known, columns)).toEqual({ role: '責任者', name: '甲', from: '2026-04-01' });
    expect(toCells(person('a', { name: '甲', role: '社長' }), columns)).toEqual({ name: '甲' });
  });

  test('empty rows are filled first, and the rest is added behind', () => {
    const rows: FormRow[] = [
      { id: 'r1', cells: { name: '先の人' } },
      { id: 'r2', cells: { other: ' ' } },
    ];
    expect(withPeople(rows, [hanako, taro], columns, () => 'r3')).toEqual([
      rows[0],
      { id: 'r2', cells: { name: '見本 花子', affiliation: '情報部' } },
      { id: 'r3', cells: { name: '例示太郎', affiliation: '総務部' } },
    ]);
  });

  test('a row gives its person back', () => {
    const row = { id: 'r1', cells: { name: ' 甲 ', from: '令和8年4月1日', other: '控え', affiliation: '' } };
    expect(toTexts(row, columns)).toEqual({ name: '甲', from: '2026-04-01' });
  });

  test('a row names somebody by name, and by affiliation where both know one', () => {
    const row = (cells: Record<string, string>) => ({ id: 'r', cells });
    expect(isNamedIn(row({ name: '見本花子' }), columns, hanako)).toBe(true);
    expect(isNamedIn(row({ name: '見本花子', affiliation: '総務部' }), columns, hanako)).toBe(false);
    expect(isNamedIn(row({ affiliation: '情報部' }), columns, hanako)).toBe(false);
  });
});
