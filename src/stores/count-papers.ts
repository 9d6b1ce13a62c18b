import type { DraftStorage } from './draft.ts';
import { listDrafts } from './draft-list.ts';
import { formPrefix } from './form-prefix.ts';

/** How many drafts of a form this device keeps; what is damaged or newer is the form's own page to show, and counts. */
export function countPapers(storage: () => DraftStorage, base: string, formId: string): number {
  const entries = listDrafts(storage, formPrefix(base, formId), (value) => ({ ok: true as const, value }));
  return entries.filter(({ id }) => id !== undefined).length;
}
