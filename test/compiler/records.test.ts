import { describe, expect, test } from 'vitest';
import { ContentError } from '../../src/compiler/faults.ts';
import { readLibrary } from '../../src/compiler/library.ts';
import { withContent } from '../support/content-folder.ts';

const entry = 'removalRegister: { name: 管理簿（持ち出し）, kind: register, phase: during';

/** What the build says when the fixture's record has more fields. */
function faultOf(fields: string): Promise<string> {
  const changes = { 'records.yaml': (text: string) => text.replace(entry, `${entry}, ${fields}`) };
  return withContent(changes, async (root) => {
    try {
      await readLibrary(root, '/');
    } catch (fault) {
      if (!(fault instanceof ContentError)) throw fault;
      return fault.message.replaceAll(`${root}/`, 'content/');
    }
    return 'accepted';
  });
}

describe('the facts of a record', () => {
  test('rest on provisions of the handbook', async () => {
    const fields = `basis: [client:a1-i1], to: { roles: [worker], provision: client:a1-i1 }, kept: { text: 3年間, provision: client:a1-i2 }`;
    expect(await faultOf(fields)).toBe('accepted');
  });

  test('that rest on nothing are refused', async () => {
    expect(await faultOf('kept: { text: 3年間, provision: client:a1-i9 }')).toMatchInlineSnapshot(`
      "content/records.yaml:2 client.removalRegister.kept.provision: 条「client:a1-i9」がありません。
        → もしかして「client:a1-i1」ですか。書けるもの: client:a1-i1、client:a1-i2。"
    `);
    expect(await faultOf('basis: [client:a9]')).toMatchInlineSnapshot(`
      "content/records.yaml:2 client.removalRegister.basis[0]: 条「client:a9」がありません。
        → 書けるもの: client:a1-i1、client:a1-i2。"
    `);
    expect(await faultOf('kept: { text: 3年間, provision: a1 }')).toMatchInlineSnapshot(`
      "content/records.yaml:2 client.removalRegister.kept.provision: 「a1」とは書けません。
        → 条は <手引>:<anchor> と書いてください（例: nerima:a6）。書き方は src/core/regulation/registers.ts の注にあります。"
    `);
    expect(await faultOf('kept: { text: 3年間 }')).toMatchInlineSnapshot(`
      "content/records.yaml:2 client.removalRegister.kept: キー「provision」がありません。
        → 「provision:」の行を書き足してください（値は文）。書き方は src/core/regulation/registers.ts の注にあります。"
    `);
  });

  test('that name no role, or roles and a name, are refused', async () => {
    expect(await faultOf('to: { roles: [wroker], provision: client:a1-i1 }')).toMatchInlineSnapshot(`
      "content/records.yaml:2 client.removalRegister.to.roles[0]: 役割「wroker」がありません。
        → もしかして「worker」ですか。書けるもの: worker。"
    `);
    expect(await faultOf('to: { roles: [worker], name: 本人, provision: client:a1-i1 }')).toMatchInlineSnapshot(`
      "content/records.yaml:2 client.removalRegister.to: roles か name の、どちらか一つを書いてください。
        → 書き方は src/core/regulation/registers.ts の注にあります。"
    `);
  });

  test('a record that no provision names is refused', async () => {
    expect(await faultOf('}\n  pledge: { name: 誓約書, kind: document, phase: start')).toMatchInlineSnapshot(`
      "content/records.yaml:3 client.pledge: 記録「pledge」を求める条がありません。
        → それを求める条に deliverable="pledge" と書くか、この記録を消してください。"
    `);
  });
});

test('an unknown month is refused', async () => {
  const page = 'handbooks/client/index.mdx';
  const changes = { [page]: (text: string) => text.replace("within: 'before'", "month: 'auditMonth'") };
  await withContent(changes, async (root) => {
    await expect(readLibrary(root, '/')).rejects.toThrow('月「auditMonth」がありません');
  });
});
