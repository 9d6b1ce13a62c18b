import { expect, test } from 'vitest';
import { readLibrary } from '../../src/compiler/library.ts';
import { toRecords } from '../../src/search/records.ts';
import { withContent } from '../support/content-folder.ts';

test('a provision is found for who acts and for whose leave it needs, each once', async () => {
  const roles = (text: string) => text.replace('  worker:', '  client: { name: 見本市, meaning: 委託元 }\n  worker:');
  const page = (text: string) =>
    text.replace("actors={['worker']}", "actors={['worker']} approvers={['client', 'worker']}");
  const changes = { 'roles.yaml': roles, 'handbooks/client/index.mdx': page };
  const library = await withContent(changes, (root) => readLibrary(root, '/'));
  const entries = toRecords(library).flatMap((record) => record.entries);
  expect(entries.find(({ anchor }) => anchor === 'a1-i1')?.roles).toEqual(['client:worker', 'client:client']);
});
