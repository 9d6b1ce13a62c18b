import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach } from 'vitest';
import { siteFolder } from './site-folder.ts';

/** One page of each document and kind of tool that kitei comes with. */
const shipped = [
  ...['company/09', 'higashiosaka', 'kojinjoho', 'nerima', 'rodokyoku'],
  ...['checklists/contractor-security', 'decisions/disposal'],
];

/** Whether the built site has all that kitei comes with. */
export const isShippedSite = shipped.every((path) => existsSync(join(siteFolder, path, 'index.html')));

/**
 * At the top of a file of tests that quote the documents and tools that kitei comes with: on a site without them each test is
 * skipped, and says why.
 */
export function onShippedSite(): void {
  if (!isShippedSite) beforeEach(({ skip }) => skip('This site lacks some of the documents that kitei comes with.'));
}
