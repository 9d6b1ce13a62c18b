import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLibrary } from '../../src/compiler/library.ts';
import { withContent } from '../support/content-folder.ts';

test.each([
  ['\u200b', '目に見えない文字（U+200B）'],
  ['\u2009', '目に見えない文字（U+2009）'],
  ['\ufffd', '読み取れなかった文字の印（U+FFFD）'],
])('%j in a file of what is asked is told with its line', async (character, words) => {
  const message = await withContent({}, async (root) => {
    await appendFile(join(root, 'topics.yaml'), `\n# 見本${character}\n`);
    return readLibrary(root, '/').then(
      () => '',
      (reason: unknown) => String(reason),
    );
  });
  expect(message).toContain(words);
  expect(message).toMatch(/topics\.yaml:\d+/);
});

/** 題名 in Shift_JIS, as YAML and as a page. */
const title = [0x91, 0xe8, 0x96, 0xbc];

test.each(['topics.yaml', 'handbooks/client/index.mdx'])('%s in another encoding than UTF-8 is told', async (name) => {
  const message = await withContent({}, async (root) => {
    await writeFile(join(root, name), Uint8Array.from([...new TextEncoder().encode('removal: '), ...title, 0x0a]));
    return readLibrary(root, '/').then(
      () => '',
      (reason: unknown) => String(reason),
    );
  });
  expect(message).toContain(name);
  expect(message).toContain('文字コードが UTF-8 ではありません。');
  expect(message).not.toContain('\ufffd');
});
