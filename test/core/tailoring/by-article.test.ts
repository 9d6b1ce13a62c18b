import { expect, test } from 'vitest';
import { readLibrary } from '../../../src/compiler/library.ts';
import { groupByArticle } from '../../../src/core/tailoring/by-article.ts';
import { importDocument } from '../../../src/importer/import-document.ts';
import { afterImport, emptyFolder } from '../../support/import-regulation.ts';
import { withFolder } from '../../support/with-folder.ts';

const text = `情報取扱規程

（点検）
第1条　総務部長は、毎年4月に点検する。
2　結果は、翌月に報告する。

（保存）
第2条　総務部長は、台帳を5年間保存する。
`;

test('what an imported document leaves open stands under its articles, in the order of the pages, behind the rest', async () => {
  const bytes = new TextEncoder().encode(text);
  const request = { id: 'rules', title: '情報取扱規程', name: '規程.txt', bytes, today: '2026-11-30' };
  const files = afterImport(emptyFolder, await importDocument({ ...request, existing: emptyFolder }));
  const library = await withFolder(files, (root) => readLibrary(root, '/'));
  const at = (id: string, url?: string) => ({ id, places: url === undefined ? [] : [{ url }] });
  const items = [
    at('kept', 'rules/#a2'),
    at('name'),
    at('told', 'rules/#a1-2'),
    at('elsewhere', 'company/#a1'),
    at('month', 'rules/#a1-1'),
  ];
  const groups = groupByArticle(items, library).map((group) => [group.heading, group.items.map(({ id }) => id)]);
  expect(groups).toEqual([
    [undefined, ['name', 'elsewhere']],
    ['情報取扱規程 第1条（点検）', ['month', 'told']],
    ['情報取扱規程 第2条（保存）', ['kept']],
  ]);
});
