import type { FormAnswers } from '../record/v1/form/answers.ts';
import type { FormDefinition } from '../record/v1/form/definition.ts';
import { readFormAnswers } from '../record/v1/form/read-answers.ts';
import { papersPrefix } from './count-papers.ts';
import { type DraftStorage, isFull } from './draft.ts';
import { readStoredDraft, writeStoredDraft } from './draft-format.ts';
import { isDraftId } from './draft-list.ts';

type Form = Pick<FormDefinition, 'id' | 'version'>;

/** What became of a paper that was to be kept. */
export type Keeping = 'kept' | 'full' | 'blocked';

/** Keeps a paper that was begun elsewhere as a draft of its form, beside the others that are there. */
export function keepPaper(storage: () => DraftStorage, base: string, answers: FormAnswers, now: Date): Keeping {
  const at = now.toISOString();
  try {
    const key = papersPrefix(base, answers.form) + answers.case;
    storage().setItem(key, writeStoredDraft({ startedAt: at, savedAt: at, value: answers }));
    return 'kept';
  } catch (error) {
    // Said to the person, who can still make room or print.
    return isFull(error) ? 'full' : 'blocked';
  }
}

/** The paper of a case, as its draft has it by now; undefined where it is gone or cannot be read. */
export function findPaper(
  storage: () => DraftStorage,
  base: string,
  form: Form,
  caseId: string,
): FormAnswers | undefined {
  if (!isDraftId(caseId)) return undefined;
  try {
    const text = storage().getItem(papersPrefix(base, form.id) + caseId);
    const reading = text === null ? undefined : readStoredDraft(text, (value) => read(value, form));
    return reading?.ok ? reading.draft.value : undefined;
  } catch {
    // Blocked: as if there were none.
    return undefined;
  }
}

function read(value: unknown, form: Form) {
  const reading = readFormAnswers(value, form);
  return reading.ok
    ? ({ ok: true, value: reading.answers } as const)
    : ({ ok: false, newer: reading.problem.kind === 'newer-version' } as const);
}
