import { expect, test } from 'vitest';
import { changeWords, countChanges, findLastChange, listEditions } from '../../../src/core/regulation/amendments.ts';
import type { Amendments, Change } from '../../../src/core/regulation/imported.ts';

const side = (label: string, text = '記録する。') => ({ label, text });
const changes: Change[] = [
  { anchor: 'a1', kind: 'reworded', old: side('第1条'), new: side('第1条', '書面に記録する。') },
  { anchor: 'a2', kind: 'reworded', old: side('第2条'), new: side('第3条', '保存する。') },
  { anchor: 'a3', kind: 'added', new: side('第2条') },
  { anchor: 'a9', kind: 'removed', old: side('第9条') },
  { anchor: 'a4', kind: 'renumbered', old: side('第4条'), new: side('第5条') },
];
const amendments: Amendments = [
  { from: '第2版', to: '第3版', on: '2026-11-01', changes },
  {
    from: '第1版',
    to: '第2版',
    on: '2025-04-01',
    changes: [
      { anchor: 'a1', kind: 'added', new: side('第1条') },
      { anchor: 'a7', kind: 'added', new: side('第7条') },
    ],
  },
];

test('says what became of each place', () => {
  expect(changes.map(changeWords)).toEqual(['改正', '改正・番号の変更', '新設', '削除', '番号の変更']);
  expect(countChanges(changes)).toBe('改正 2、新設 1、削除 1、番号の変更 1');
  expect(countChanges([])).toBe('');
});

test('numbers editions from the oldest, so that their addresses stay', () => {
  expect(listEditions(amendments).map(({ number, to }) => [number, to])).toEqual([
    [2, '第3版'],
    [1, '第2版'],
  ]);
});

test('finds the last change of a place', () => {
  const handbook = { id: 'rules', amendments } as Parameters<typeof findLastChange>[0];
  expect(findLastChange(handbook, 'a1')).toEqual({ text: '第3版で改正', url: 'amendments/rules/#e2-a1' });
  expect(findLastChange(handbook, 'a7')).toEqual({ text: '第2版で新設', url: 'amendments/rules/#e1-a7' });
  expect(findLastChange(handbook, 'a8')).toBeUndefined();
});
