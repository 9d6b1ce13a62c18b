import type { ChecklistDefinition } from '../../record/v1/checklist/definition.ts';
import type { Library } from '../regulation/library.ts';
import { checklistGroups, otherChecklists } from './groups.ts';

/** Some check lists under one heading. */
export interface ChecklistGroupEntry {
  id: string;
  title: string;
  lists: ChecklistDefinition[];
}

type Given = Pick<Library, 'checklists' | 'checklistPlaces' | 'handbooks'>;

/** The check lists by what they are for, then those whose file says nothing of it; a group without any is left out. */
export function arrangeChecklists({ checklists, checklistPlaces }: Given): ChecklistGroupEntry[] {
  const groups = [...Object.entries(checklistGroups), ['other', otherChecklists] as const];
  return groups
    .map(([id, title]) => ({
      id,
      title,
      lists: checklists.filter((list) => (checklistPlaces.get(list.id)?.group ?? 'other') === id),
    }))
    .filter(({ lists }) => lists.length > 0);
}

/** The lists that home and sidebar name beside the index: all of a few, and of many those of the first group. */
export function listFirstChecklists(given: Given): ChecklistDefinition[] {
  return given.checklists.length > 3 ? (arrangeChecklists(given)[0]?.lists ?? []) : given.checklists;
}

/** The same by the document whose rules they go by, in its order, then those that go by none. */
export function listChecklistsByDocument({ checklists, checklistPlaces, handbooks }: Given): ChecklistGroupEntry[] {
  const documents = handbooks.map(({ id, source }): [string | undefined, string] => [id, source.short]);
  return [...documents, [undefined, 'どの文書にも拠らないもの'] as const]
    .map(([handbook, title]) => ({
      id: handbook ?? 'none',
      title,
      lists: checklists.filter((list) => checklistPlaces.get(list.id)?.handbook === handbook),
    }))
    .filter(({ lists }) => lists.length > 0);
}
