import { describe, expect, test } from 'vitest';
import { ContentError } from '../../src/compiler/faults.ts';
import { readLibrary } from '../../src/compiler/library.ts';
import { withContent } from '../support/content-folder.ts';

const page = 'handbooks/client/index.mdx';
const second = 'units={[\'client-a1-i2\']} modality="information"';

/** The second provision with these attributes under the first, which says 「媒体を持ち出すとき」, beforehand. */
function read(attributes: string) {
  const changes = { [page]: (text: string) => text.replace(second, `${second} ${attributes}`) };
  return withContent(changes, async (root) => {
    try {
      return { when: (await readLibrary(root, '/')).provisions.get('client:a1-i2')?.when, fault: undefined };
    } catch (fault) {
      if (!(fault instanceof ContentError)) throw fault;
      return { when: undefined, fault: fault.message.replaceAll(`${root}/`, 'content/') };
    }
  });
}

describe('an item under a provision', () => {
  test('has its condition where it has none of its own', async () => {
    expect((await read('under="a1-i1"')).when).toEqual({
      text: '媒体を持ち出すとき',
      times: [{ text: '媒体を持ち出すとき', within: 'before' }],
    });
  });

  test('has its condition before its own, and does beforehand what is to be done beforehand', async () => {
    expect((await read(`under="a1-i1" when={{ text: '重い場合' }}`)).when).toEqual({
      text: '媒体を持ち出すとき、重い場合',
      trigger: undefined,
      times: [{ text: '媒体を持ち出すとき、重い場合', within: 'before' }],
    });
  });

  test('keeps how soon and how often of its own, at each of its times', async () => {
    const when = `{ text: '毎月', every: 'P1M', next: [{ text: '済んだ後に', within: 'after' }] }`;
    expect((await read(`under="a1-i1" when={${when}}`)).when?.times).toEqual([
      { text: '媒体を持ち出すとき、毎月', every: 'P1M' },
      { text: '媒体を持ち出すとき、済んだ後に', within: 'after' },
    ]);
  });

  test('that stands nowhere, under itself, or under no condition stops the build', async () => {
    expect((await read('under="a1-i9"')).fault).toMatchInlineSnapshot(`
      "content/handbooks/client/index.mdx:20 <Provision anchor="a1-i2">.under: 条「a1-i9」がありません。
        → もしかして「a1-i1」ですか。書けるもの: a1-i1、a1-i2。"
    `);
    expect((await read('under="a1-i2"')).fault).toMatchInlineSnapshot(`
      "content/handbooks/client/index.mdx:20 <Provision anchor="a1-i2">.under: 条は、自分の下には置けません。
        → 柱書きの条の anchor を書いてください。"
    `);
    const changes = {
      [page]: (text: string) =>
        text
          .replace("when={{ text: '媒体を持ち出すとき', within: 'before' }} ", '')
          .replace(second, `${second} under="a1-i1"`),
    };
    await withContent(changes, async (root) => {
      await expect(readLibrary(root, '/')).rejects.toThrow('「a1-i1」に、受け継ぐ条件がありません。');
    });
  });

  test('asks for a record of its own at each time', async () => {
    const when = `{ text: '毎月', of: 'pledge' }`;
    expect((await read(`deliverable="removalRegister" when={${when}}`)).fault).toMatchInlineSnapshot(`
      "content/handbooks/client/index.mdx:20 <Provision anchor="a1-i2">.when.of: 記録「pledge」がありません。
        → 書けるもの: removalRegister。"
    `);
  });
});
