import { describe, expect, test } from 'vitest';
import { ContentError } from '../../src/compiler/faults.ts';
import { readLibrary } from '../../src/compiler/library.ts';
import { withContent } from '../support/content-folder.ts';

const other = {
  'sources/other.yaml': `title: 別の特記事項
short: 別の特記事項
publisher: 別の市
version: 第1版
status: 契約に付く
readWhen: 別の市の仕事をするとき
unitPrefix: other-
units: [{ id: other-a1, label: 第1条 }]
omitted: []
`,
  'handbooks/other/index.mdx': `---
title: 別の特記事項
description: 別の市の仕事での決まり。
---

<Provision anchor="a1" number="第1条" units={['other-a1']} modality="must-not" topics={['removal']}>

媒体を持ち出してはならない。

</Provision>
`,
};
const sound = `approval:
  title: 承認があれば持ち出してよいか
  topics: [removal]
  positions:
    client: { says: 承認を得れば持ち出せる。, citations: [client:a1-i1], stance: allows, rank: 1 }
    other: { says: 持ち出せない。, citations: [other:a1], stance: forbids, rank: 2, why: 例外を認めない。 }
  why: 持ち出す前に確かめる。
  together: [{ documents: [client, other], text: 別の市では持ち出さない。 }]
  certainty: 確実
  date: '2026-11-29'
`;

/** Reads the content with this conflicts.yaml; the message of the fault, if there is one. */
function read(yaml: string) {
  return withContent(
    {},
    async (root) => {
      try {
        return { conflicts: (await readLibrary(root, '/')).conflicts, fault: undefined };
      } catch (fault) {
        if (!(fault instanceof ContentError)) throw fault;
        return { conflicts: [], fault: fault.message.replaceAll(`${root}/`, 'content/') };
      }
    },
    { ...other, 'conflicts.yaml': yaml },
  );
}
const faultOf = async (from: string, to: string) => {
  expect(sound).toContain(from);
  return (await read(sound.replace(from, to))).fault;
};

describe('linkConflicts', () => {
  test('gives each position the places it cites with their conditions, and each reason the documents it is of', async () => {
    const { conflicts } = await read(sound);
    expect(conflicts[0]?.positions).toEqual([
      {
        handbook: 'client',
        says: '承認を得れば持ち出せる。',
        citations: [{ id: 'client:a1-i1', label: '第1条の二第1号', url: 'client/#a1-i1', when: '媒体を持ち出すとき' }],
        stance: 'allows',
        rank: 1,
      },
      {
        handbook: 'other',
        says: '持ち出せない。',
        citations: [{ id: 'other:a1', label: '第1条', url: 'other/#a1', when: undefined }],
        stance: 'forbids',
        rank: 2,
      },
    ]);
    expect(conflicts[0]?.reasons).toEqual([
      { documents: ['other'], text: '例外を認めない。' },
      { documents: [], text: '持ち出す前に確かめる。' },
      { documents: ['client', 'other'], text: '別の市では持ち出さない。' },
    ]);
  });

  test('stops on a citation that leads nowhere', async () => {
    expect(await faultOf('client:a1-i1', 'client:a1-i9')).toMatchInlineSnapshot(`
      "content/conflicts.yaml:5 approval.positions.client.citations[0]: 引用先「client:a1-i9」がありません。
        → もしかして「client:a1-i1」ですか。書けるもの: client:a1-i1、client:a1-i2、other:a1。"
    `);
  });
  test('stops on a citation from another document', async () => {
    expect(await faultOf('[other:a1]', '[client:a1-i1]')).toMatchInlineSnapshot(`
      "content/conflicts.yaml:6 approval.positions.other.citations[0]: 引用先「client:a1-i1」がありません。
        → 書けるもの: other:a1。"
    `);
  });
  test('stops on an unknown topic', async () => {
    expect(await faultOf('topics: [removal]', 'topics: [taking]')).toMatchInlineSnapshot(`
      "content/conflicts.yaml:3 approval.topics[0]: 主題「taking」がありません。
        → 書けるもの: removal。"
    `);
  });
  test('stops on an unknown document', async () => {
    expect(await faultOf('    other:', '    othr:')).toMatchInlineSnapshot(`
      "content/conflicts.yaml:6 approval.positions.othr: 手引「othr」がありません。
        → もしかして「other」ですか。書けるもの: other、client。"
    `);
  });
  test('stops where only one document says something', async () => {
    const position = sound.split('\n').find((line) => line.startsWith('    other:')) ?? '';
    expect(await faultOf(position, '    other: none')).toMatchInlineSnapshot(`
      "content/conflicts.yaml:4 approval.positions: 一つの文書しか、何も言っていません。
        → 食い違いには、{ says, citations } のある文書が二つ以上要ります。"
    `);
  });
  test('stops on a reason of a document that says nothing', async () => {
    expect(await faultOf('documents: [client, other]', 'documents: [client, company]')).toMatchInlineSnapshot(`
      "content/conflicts.yaml:8 approval.together[0].documents[1]: 立場「company」がありません。
        → 書けるもの: client、other。"
    `);
  });
  test('stops where words are called strict, or forbid', async () => {
    expect(
      await faultOf('  topics: [removal]\n  positions', '  kind: words\n  topics: [removal]\n  positions'),
    ).toMatchInlineSnapshot(`
      "内容に誤りが 4 件あります。
      content/conflicts.yaml:6 approval.positions.client.rank: 言葉の違いに、厳しい・緩いはありません。
        → rank か「kind: words」の、どちらかを消してください。
      content/conflicts.yaml:6 approval.positions.client.stance: 言葉の違いは、何も禁じず、許しません。
        → stance か「kind: words」の、どちらかを消してください。
      content/conflicts.yaml:7 approval.positions.other.rank: 言葉の違いに、厳しい・緩いはありません。
        → rank か「kind: words」の、どちらかを消してください。
      content/conflicts.yaml:7 approval.positions.other.stance: 言葉の違いは、何も禁じず、許しません。
        → stance か「kind: words」の、どちらかを消してください。"
    `);
  });
  test('stops on a position without a citation', async () => {
    expect(await faultOf('citations: [other:a1]', 'citations: []')).toMatchInlineSnapshot(`
      "content/conflicts.yaml:6 approval.positions.other.citations: 0 個しかありません。
        → 1 個以上書いてください。書き方は src/core/regulation/conflicts-schema.ts の注にあります。"
    `);
  });
});
