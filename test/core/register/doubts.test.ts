import { describe, expect, test } from 'vitest';
import { findDoubts } from '../../../src/core/register/doubts.ts';
import { removalRules, removals } from './sheet-fixture.ts';

describe('findDoubts()', () => {
  const today = '2026-11-30';
  const ahead = { kind: 'ahead', label: '持ち出し日時', than: '' };
  const before = { kind: 'before', label: '返却日時', than: '持ち出し日時' };

  test.each([
    ['2026-11-30 18:00', '', []],
    ['2027-11-20 10:00', '', [ahead]],
    ['2026-11-20 10:00', '2026-11-20 09:00', [before]],
    ['2026-11-20 10:00', '2026-11-19', [before]],
    ['2026-11-20 10:00', '2026-11-20', []],
    ['2026-11-20', '2026-11-20 00:00', []],
    ['令和の頃', '2026-11-19', []],
    ['2026-11-20 10:00', '2027-11-20', [{ ...ahead, label: '返却日時' }]],
    ['', '', []],
  ])('taken out %s, back %s', (out, back, expected) => {
    expect(findDoubts(removals, removalRules, { 'taken-at': out, 'returned-at': back }, today)).toEqual(expected);
  });
});
