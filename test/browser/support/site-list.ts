import { contentRoot, readLibrary } from '../../../src/compiler/library.ts';
import type { ChecklistDefinition } from '../../../src/record/v1/checklist/definition.ts';
import { isShippedSite } from './shipped-site.ts';

/** The first check list that the built site has, whatever a company made of it. */
export async function loadSiteList(): Promise<ChecklistDefinition> {
  // Where there is none, the tests that use it are skipped.
  const folder = isShippedSite ? contentRoot() : 'test/fixtures/content';
  const [list] = (await readLibrary(folder, '/')).checklists;
  if (!list) throw new Error('The site has no check list.');
  return list;
}
