import { expect, test } from 'vitest';
import { readLibrary } from '../../src/compiler/library.ts';
import { answerAll, sendList } from '../fixtures/pdf/real-list.ts';
import { withContent } from '../support/content-folder.ts';

test('whose the guidance is stands with the notice, on the page and on what is sent', async () => {
  const note = '「判断の目安」は、このサイトが加えたものです。';
  const changes = {
    'checklists/removal.yaml': (text: string) => text.replace('sections:', `guidanceNote: ${note}\nsections:`),
  };
  const [list] = await withContent(changes, async (root) => (await readLibrary(root, '/')).checklists);
  if (!list) throw new Error('The folder has no check list.');
  expect(list.notice).toMatch(new RegExp(`^「.+」の要旨です。.*${note}$`));
  const answers = answerAll(list, () => ({ status: 'done', evidence: '', note: '', dueOn: '' }));
  expect(sendList(list, answers).summary.blocks[0]).toMatchObject({ kind: 'paragraph', text: list.notice });
});
