import { expect, test } from 'vitest';
import { titleColumn } from '../../../src/core/register/title-column.ts';
import { column } from '../../record/v1/form/fixture.ts';
import { removalRules, removals } from './sheet-fixture.ts';

test.each([
  [undefined, 'content'],
  [{}, 'content'],
  [{ content: 'USB-1', 'taken-by': '見本花子' }, 'content'],
  [{ 'taken-by': '見本花子', 'taken-at': '2026-11-02' }, 'taken-by'],
  [{ 'taken-at': '2026-11-02' }, 'content'],
])('an entry of %j is told by %s', (cells, expected) => {
  expect(titleColumn(removals, removalRules, cells)?.id).toBe(expected);
});

test('who did it and what was chosen stand in entry after entry, and are no title', () => {
  const columns = [
    column('done', '日時', 0.2, { kind: 'moment', required: true }),
    column('worker', '行った者', 0.2, { required: true }),
    column('act', '区分', 0.2, { kind: 'one', options: ['利用', '出力'], required: true }),
    column('file', 'ファイルの名', 0.2, { required: true }),
  ];
  expect(titleColumn({ columns }, { on: 'done' })?.id).toBe('file');
  expect(titleColumn({ columns: columns.slice(0, 3) }, { on: 'done' })?.id).toBe('worker');
});
