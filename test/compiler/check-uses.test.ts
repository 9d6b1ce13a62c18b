import { expect, test } from 'vitest';
import { readLibrary } from '../../src/compiler/library.ts';
import { afterImport, emptyFolder, importTree } from '../support/import-regulation.ts';
import { node, tree } from '../support/regulation.ts';
import { withFolder } from '../support/with-folder.ts';

test('a blank that stands in no page may have been meant for any of the own handbooks', async () => {
  const document = tree([node('paragraph', 'a1', { number: '第1条', body: '総務部長が点検する。' })]);
  const first = afterImport(emptyFolder, importTree(document));
  const files = afterImport(first, importTree(document, first, { id: 'second' }));
  files.set('choices.yaml', 'choices: {}\nblanks:\n  secondA1n1: { question: 何月か, printed: ○月 }\n');
  files.set('organization.yaml', "name: 見本商事\nblanks:\n  secondA1n1: ''\n");
  await withFolder(files, async (root) => {
    await expect(readLibrary(root, '/')).rejects.toThrow(/rules、second/);
  });
});
