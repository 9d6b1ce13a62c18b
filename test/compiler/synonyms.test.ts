import { describe, expect, test } from 'vitest';
import { ContentError } from '../../src/compiler/faults.ts';
import { readLibrary } from '../../src/compiler/library.ts';
import { withContent } from '../support/content-folder.ts';

/** What a build of the sound folder says with these synonyms; nothing where it accepts them. */
function faultOf(yaml: string): Promise<string> {
  return withContent(
    {},
    async (root) => {
      try {
        await readLibrary(root, '/');
        return '';
      } catch (fault) {
        if (!(fault instanceof ContentError)) throw fault;
        return fault.message.replaceAll(`${root}/`, 'content/');
      }
    },
    { 'synonyms.yaml': yaml },
  );
}

describe('readSynonyms', () => {
  test('takes words that stand in a text', async () => {
    expect(await faultOf('kanaWords: []\nsynonyms:\n  - { find: [持出し], say: [もちだし] }\n')).toBe('');
  });
  test('stops on a word that stands nowhere', async () => {
    expect(await faultOf('kanaWords: []\nsynonyms:\n  - { find: [媒体, 蛍光灯] }\n')).toMatchInlineSnapshot(`
      "content/synonyms.yaml:3 synonyms[0].find[1]: 「蛍光灯」は、どの条にも、どの確認リストにもありません。
        → 本文にあるとおりの言葉を書いてください。人が使うだけの言葉は say に書きます。"
    `);
  });
  test('stops on a misspelt key', async () => {
    expect(await faultOf('kanaWords: []\nsynonyms:\n  - { find: [媒体], says: [メディア] }\n')).toContain(
      'もしかして「say」ですか。',
    );
  });
});
