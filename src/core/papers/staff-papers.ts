import { tablesOf } from '../../record/v1/form/given.ts';
import { type ComparedDocument, listDocuments } from '../crosswalk/crosswalk.ts';
import type { Library } from '../regulation/library.ts';
import { type Maker, toMaker } from '../regulation/record-list.ts';

/** The papers of a document that change with the people: rosters first, then what tells of the change. */
export interface StaffPapers extends ComparedDocument {
  rosters: Maker[];
  changes: Maker[];
}

/** Id of the table in which forms tell what has changed. */
const changeTable = 'changes';

/** The documents that have a form for changes, with the rosters that it takes over from. */
export function listStaffPapers({
  forms,
  handbooks,
  ours,
}: Pick<Library, 'forms' | 'handbooks' | 'ours'>): StaffPapers[] {
  return listDocuments(handbooks, ours).flatMap((document): StaffPapers[] => {
    const own = forms.filter(({ handbook }) => handbook === document.id);
    const changes = own.filter(({ definition }) => tablesOf(definition).some(({ id }) => id === changeTable));
    const before = new Set(changes.flatMap(({ from }) => from));
    const rosters = own.filter((form) => before.has(form.definition.id) && !changes.includes(form));
    return changes.length > 0 ? [{ ...document, rosters: rosters.map(toMaker), changes: changes.map(toMaker) }] : [];
  });
}
