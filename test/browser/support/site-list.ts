import { readLibrary } from '../../../src/compiler/library.ts';
import type { ChecklistDefinition } from '../../../src/record/v1/checklist/definition.ts';

/** The first check list that the built site has, whatever a company made of it. */
export async function loadSiteList(): Promise<ChecklistDefinition> {
  const [list] = (await readLibrary('content', '/')).checklists;
  if (!list) throw new Error('The site has no check list.');
  return list;
}
