import { expect, test } from 'vitest';
import type { Provision } from '../../../src/core/regulation/provision.ts';
import { listSearchExamples } from '../../../src/core/regulation/search-examples.ts';

function provision(anchor: string, caption: string, topics: string[]): [string, Provision] {
  const id = `rules:${anchor}`;
  const rest = {
    number: '',
    caption: undefined,
    units: [],
    actors: [],
    approvers: [],
    when: undefined,
    under: undefined,
  };
  const words = { text: '', marked: '', open: [], refersTo: [], deliverables: [], url: '', label: anchor };
  const section = [{ anchor: 'c', number: '第1条', caption }];
  return [id, { ...rest, ...words, id, handbook: 'rules', anchor, section, modality: 'must', topics }];
}

test('examples are headings of the topics most used, and none that every regulation has', () => {
  const provisions = new Map([
    provision('a1', '（目的）', ['purpose']),
    provision('a2', '（目的）', ['purpose']),
    provision('a3', '（目的）', ['purpose']),
    provision('b1', '（鍵の管理）', ['storage']),
    provision('b2', '（文書の持ち出し）', ['removal', 'storage']),
    provision('b3', '（文書の持ち出し）', ['removal', 'storage']),
    provision('b4', '（電子計算機室への立入りの制限及び記録）', ['premises']),
    provision('b5', '（来訪者の対応）', []),
  ]);
  expect(listSearchExamples({ provisions })).toEqual(['文書の持ち出し', '鍵の管理', '来訪者の対応']);
});

test('where nothing has a heading there are none', () => {
  expect(listSearchExamples({ provisions: new Map([provision('a1', '', ['removal'])]) })).toEqual([]);
});
