import { expect, test } from 'vitest';
import { titleColumn } from '../../../src/core/register/title-column.ts';
import { removalRules, removals } from './sheet-fixture.ts';

test.each([
  [undefined, 'content'],
  [{ content: 'USB-1', 'taken-by': '見本花子' }, 'content'],
  [{ 'taken-by': '見本花子', 'taken-at': '2026-11-02' }, 'taken-by'],
  [{ 'taken-at': '2026-11-02' }, 'content'],
])('an entry of %j is told by %s', (cells, expected) => {
  expect(titleColumn(removals, removalRules, cells)?.id).toBe(expected);
});
