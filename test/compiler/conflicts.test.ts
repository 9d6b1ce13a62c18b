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
  kind: contradiction
  topics: [removal]
  positions:
    client: { says: 承認を得れば持ち出せる。, citations: [client:a1-i1] }
    other: { says: 持ち出せない。, citations: [other:a1] }
  stricter: [other]
  why: 別の市は例外を認めない。
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
  test('gives each position the places it cites, and marks the strictest', async () => {
    const { conflicts } = await read(sound);
    expect(conflicts[0]?.positions).toEqual([
      {
        handbook: 'client',
        says: '承認を得れば持ち出せる。',
        citations: [{ id: 'client:a1-i1', label: '第1条の二第1号', url: 'client/#a1-i1' }],
        isStrictest: false,
      },
      {
        handbook: 'other',
        says: '持ち出せない。',
        citations: [{ id: 'other:a1', label: '第1条', url: 'other/#a1' }],
        isStrictest: true,
      },
    ]);
  });

  test('stops on a citation that leads nowhere', async () => {
    expect(await faultOf('client:a1-i1', 'client:a1-i9')).toMatchInlineSnapshot(`
      "content/conflicts.yaml:6 at approval.positions.client.citations[0]: unknown citation "client:a1-i9".
        Hint: Did you mean "client:a1-i1"? Known: client:a1-i1, client:a1-i2, other:a1."
    `);
  });
  test('stops on a citation from another document', async () => {
    expect(await faultOf('[other:a1]', '[client:a1-i1]')).toMatchInlineSnapshot(`
      "content/conflicts.yaml:7 at approval.positions.other.citations[0]: unknown citation "client:a1-i1".
        Hint: Known: other:a1."
    `);
  });
  test('stops on an unknown topic', async () => {
    expect(await faultOf('topics: [removal]', 'topics: [taking]')).toMatchInlineSnapshot(`
      "content/conflicts.yaml:4 at approval.topics[0]: unknown topic "taking".
        Hint: Known: removal."
    `);
  });
  test('stops on an unknown document', async () => {
    expect(await faultOf('    other:', '    othr:')).toMatchInlineSnapshot(`
      "content/conflicts.yaml:7 at approval.positions.othr: unknown handbook "othr".
        Hint: Did you mean "other"? Known: other, client."
    `);
  });
  test('stops where only one document says something', async () => {
    expect(
      await faultOf('other: { says: 持ち出せない。, citations: [other:a1] }', 'other: none'),
    ).toMatchInlineSnapshot(`
      "content/conflicts.yaml:5 at approval.positions: only one document says something.
        Hint: A difference has two documents with { says, citations } or more."
    `);
  });
  test('stops where a document that says nothing is the strictest', async () => {
    expect(await faultOf('stricter: [other]', 'stricter: [company]')).toMatchInlineSnapshot(`
      "content/conflicts.yaml:8 at approval.stricter[0]: unknown position "company".
        Hint: Known: client, other."
    `);
  });
  test('stops where words are called strict', async () => {
    expect(await faultOf('kind: contradiction', 'kind: words')).toMatchInlineSnapshot(`
      "content/conflicts.yaml:8 at approval.stricter: words are not more or less strict.
        Hint: Write "stricter: none", or another kind."
    `);
  });
  test('stops on a position without a citation', async () => {
    expect(await faultOf('citations: [other:a1]', 'citations: []')).toMatchInlineSnapshot(`
      "content/conflicts.yaml:7 at approval.positions.other.citations: the list has 0, and needs 1.
        Hint: See src/core/regulation/conflicts-schema.ts."
    `);
  });
});
