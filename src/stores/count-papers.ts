import type { DraftStorage } from './draft.ts';
import { listDrafts } from './draft-list.ts';

/** Where the drafts of a form lie: a paper's draft is named by its case. */
export function papersPrefix(base: string, formId: string): string {
  return `kitei:${base}:form:${formId}:`;
}

/** How many drafts of a form this device keeps; what is damaged or newer is the form's own page to show, and counts. */
export function countPapers(storage: () => DraftStorage, base: string, formId: string): number {
  const entries = listDrafts(storage, papersPrefix(base, formId), (value) => ({ ok: true as const, value }));
  return entries.filter(({ id }) => id !== undefined).length;
}
