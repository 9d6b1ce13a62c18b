import { expect, test } from 'vitest';
import { describeImport } from '../../src/importer/describe-import.ts';
import { afterImport, emptyFolder, importTree } from '../support/import-regulation.ts';
import { node, tree } from '../support/regulation.ts';

const edition = (...bodies: string[]) =>
  tree([
    node('article', 'c1-h', {
      number: '第1条',
      caption: '（目的）',
      label: '第1条（目的）',
      children: bodies.map((body, index) =>
        node('item', `a1-i${index + 1}`, { number: `(${index + 1})`, label: `第1条第${index + 1}号`, body }),
      ),
    }),
  ]);

test('says in Japanese what was found, inferred, to be looked at and changed', () => {
  const folder = afterImport(emptyFolder, importTree(edition('書類は施錠して保管する。', '以上。')));
  const now = edition('毎年、教育を行う。', '書類は施錠した棚に保管する。');
  const result = importTree(now, folder, {
    title: undefined,
    diagnostics: [{ kind: 'tear', message: '切れています。', spot: { page: 2, line: 3 } }],
    inferred: { 'a1-i1': { when: { value: { text: '毎年', every: 'P1Y' }, certainty: 'sure', from: '毎年' } } },
  });
  expect(describeImport('規程.docx', 'rules', { ...result, tree: now })).toMatchInlineSnapshot(`
    [
      {
        "head": "規程.docx を読みました",
        "lines": [
          "条 1、号 2",
        ],
      },
      {
        "head": "条から読み取った欄（2 か所の内訳）",
        "lines": [
          "推定のある所: 2 か所（本文と見比べてください）",
          "誰が: なし 2",
          "許可・承認する人: なし 2",
          "強さ: 推定 2、なし 0",
          "いつ: 確か 1、なし 1",
          "記録・提出物: なし 2",
          "主題: なし 2",
        ],
      },
      {
        "head": "確かめてください（1 件）",
        "lines": [
          "第1条第2号（2頁 3行目）: 切れています。",
        ],
      },
      {
        "head": "前の版から、新設 1、削除 1、改正 1",
        "lines": [
          "第1条第1号（新設）",
          "第1条第1号 → 第1条第2号（改正）",
          "第1条第2号（削除）",
        ],
      },
    ]
  `);
});
