import { describe, expect, test } from 'vitest';
import { withCell, withCopy, withMoved, withoutRow } from '../../../src/core/form/rows.ts';
import { row } from '../../record/v1/form/fixture.ts';

const rows = [row('a', { x: '1' }), row('b', { x: '2' }), row('c', { x: '3' })];
const ids = (some: readonly { id: string }[]) => some.map(({ id }) => id).join('');

describe('rows', () => {
  test('a cell is changed in its row alone; the others are the same objects', () => {
    const changed = withCell(rows, 'b', 'y', 'neu');
    expect(changed[1]).toEqual(row('b', { x: '2', y: 'neu' }));
    expect(changed[0]).toBe(rows[0]);
    expect(withCell(rows, 'none', 'y', 'neu')).toEqual(rows);
  });

  test.each([
    ['b', -1, 'bac'],
    ['b', 1, 'acb'],
    ['a', -1, 'abc'],
    ['c', 1, 'abc'],
    ['none', 1, 'abc'],
  ] as const)('%s moved by %i', (id, by, order) => {
    expect(ids(withMoved(rows, id, by))).toBe(order);
  });

  test('a copy stands behind its row and shares nothing with it', () => {
    const copied = withCopy(rows, 'a', 'z');
    expect(ids(copied)).toBe('azbc');
    expect(copied[1]?.cells).toEqual(rows[0]?.cells);
    expect(copied[1]?.cells).not.toBe(rows[0]?.cells);
    expect(ids(withoutRow(copied, 'z'))).toBe('abc');
  });
});
