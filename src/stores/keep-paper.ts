import type { FormAnswers } from '../record/v1/form/answers.ts';
import type { DraftStorage } from './draft.ts';
import { writeStoredDraft } from './draft-format.ts';

/** The drafts of a form begin with this key. */
export function formPrefix(base: string, formId: string): string {
  return `kitei:${base}:form:${formId}:`;
}

/**
 * Keeps a paper that another page begins, as a draft of its own that the form's page opens by the paper's case.
 * @returns whether it is kept
 */
export function keepPaper(storage: () => DraftStorage, base: string, answers: FormAnswers, now: Date): boolean {
  const savedAt = now.toISOString();
  try {
    const text = writeStoredDraft({ startedAt: savedAt, savedAt, value: answers });
    storage().setItem(formPrefix(base, answers.form) + answers.case, text);
    return true;
  } catch {
    // Blocked or full: the caller hands it over in another way.
    return false;
  }
}
