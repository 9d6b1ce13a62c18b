import type { FormAnswers } from '../record/v1/form/answers.ts';
import type { FormDefinition } from '../record/v1/form/definition.ts';
import { readFormAnswers } from '../record/v1/form/read-answers.ts';
import type { DraftStorage } from './draft.ts';
import { readStoredDraft } from './draft-format.ts';
import { isDraftId } from './draft-list.ts';
import { formPrefix } from './form-prefix.ts';

type Form = Pick<FormDefinition, 'id' | 'version'>;

/** The paper of a case, as its draft has it by now; undefined where it is gone or cannot be read. */
export function findPaper(
  storage: () => DraftStorage,
  base: string,
  form: Form,
  caseId: string,
): FormAnswers | undefined {
  if (!isDraftId(caseId)) return undefined;
  try {
    const text = storage().getItem(formPrefix(base, form.id) + caseId);
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
