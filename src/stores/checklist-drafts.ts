import type { ChecklistAnswers } from '../record/v1/checklist/answers.ts';
import type { ChecklistDefinition } from '../record/v1/checklist/definition.ts';
import { readAnswersValue } from '../record/v1/checklist/read-answers.ts';
import type { DraftStorage } from './draft.ts';
import { countStored, listDrafts } from './draft-list.ts';

/** Where drafts of a check list stand; behind it the id of each. @param base path of the site */
export function checklistPrefix(base: string, id: string): string {
  return `kitei:${base}:checklist:${id}:`;
}

/** Whether this device may have drafts of a list. */
export function hasDrafts(storage: () => DraftStorage, base: string, id: string): boolean {
  return countStored(storage, checklistPrefix(base, id)) > 0;
}

/** The answers that this device keeps to a list, by draft, the latest first; what cannot be read is left to the list's own page. */
export function listAnswers(
  storage: () => DraftStorage,
  base: string,
  definition: Pick<ChecklistDefinition, 'id' | 'version'>,
): { id: string; answers: ChecklistAnswers }[] {
  const drafts = listDrafts(storage, checklistPrefix(base, definition.id), (value) => readDraft(value, definition));
  return drafts.flatMap((draft) => (draft.kind === 'readable' ? [{ id: draft.id, answers: draft.value }] : []));
}

/** What a draft holds, as the reader of drafts takes it. */
export function readDraft(value: unknown, definition: Pick<ChecklistDefinition, 'id' | 'version'>) {
  const reading = readAnswersValue(value, definition);
  return reading.ok
    ? ({ ok: true, value: reading.answers } as const)
    : ({ ok: false, newer: reading.problem.kind === 'newer-version' } as const);
}
