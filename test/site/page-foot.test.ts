import { expect, test } from 'vitest';
import type { Handbook } from '../../src/core/regulation/library.ts';
import { pageFoot } from '../../src/site/page-foot.ts';

const book = (id: string, wording?: 'original') =>
  ({ id, source: { title: id, publisher: '見本商事', version: '第3版', wording } }) as Handbook;
const own = book('rules', 'original');
const client = book('client');

test.each([
  ['client', [own, client], 'client　確認リスト（要旨。正文ではありません）'],
  ['rules/03', [own, client], 'rules　確認リスト（第3版）'],
  ['roles/rules', [own, client], '規程集（第3版）'],
  ['records', [own, client], '規程集（要旨を含みます。要旨は正文ではありません）'],
  ['records', [own], '規程集（第3版）'],
  ['verify', [client], '規程集'],
  ['originals/client', [client], '規程集'],
  ['checklists/contractor', [client], '確認リスト'],
  ['forms/plan', [client], '確認リスト'],
  ['forms', [client], '規程集（要旨。正文ではありません）'],
])('%s', (id, handbooks, text) => {
  expect(pageFoot(id, '規程集', handbooks, '確認リスト')).toBe(`@layer kitei.base{:root{--k-foot:'${text}'}}`);
});
