import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/core/register/entry.ts';
import { tellHistory } from '../../../src/core/register/history.ts';
import { beginEntry, mergeEntry, withState } from '../../../src/core/register/merge.ts';
import type { FormColumn } from '../../../src/record/v1/form/definition.ts';

const column = (id: string): FormColumn => ({ id, label: id, help: '', kind: 'line', basis: [], share: 0.5 });
const columns = [column('place'), column('back')];
const at = (id: string, time: string) => ({ id, at: `2026-11-01T${time}:00.000Z`, by: '見本花子' });
const begun = beginEntry('e1', 'entries', { cells: { place: '区役所' } }, at('s1', '09:00'));

const tell = (entry: Entry) =>
  tellHistory(entry, columns).map(({ state, isFirst, isSettlement, strikes, cells }) => [
    state.id,
    [isFirst && 'first', isSettlement && 'settled', strikes].filter(Boolean).join(),
    ...cells.map(({ column: { id }, before, after }) => `${id}: ${before} > ${after}`),
  ]);

describe('tellHistory', () => {
  test('says of each state what it changed, the latest first', () => {
    const returned = withState(begun, { cells: { place: '区役所', back: '2日' } }, at('s2', '10:00'));
    const struck = withState(
      returned,
      { cells: { place: '区役所', back: '2日' }, struck: true, reason: '誤り' },
      at('s3', '11:00'),
    );
    const restored = withState(struck, { cells: { place: '区役所' } }, at('s4', '12:00'));
    expect(tell(restored)).toEqual([
      ['s4', 'restored', 'back: 2日 > '],
      ['s3', 'struck'],
      ['s2', '', 'back:  > 2日'],
      ['s1', 'first', 'place:  > 区役所'],
    ]);
  });

  test('names both sides of a conflict where it is settled', () => {
    const mine = withState(begun, { cells: { place: '西館' } }, at('s2', '10:00'));
    const theirs = withState(begun, { cells: { place: '東館' } }, at('s3', '10:30'));
    const settled = withState(mergeEntry(mine, theirs), { cells: { place: '東館' } }, at('s4', '11:00'));
    expect(tell(settled)[0]).toEqual(['s4', 'settled', 'place: 西館 / 東館 > 東館']);
  });

  test('puts a state behind what it follows, though its clock was slow', () => {
    const slow = withState(begun, { cells: { place: '西館' } }, at('s0', '08:00'));
    expect(tell(slow).map(([id]) => id)).toEqual(['s0', 's1']);
  });
});
