import type { FormAnswers } from '../record/v1/form/answers.ts';
import { type DraftStorage, isFull } from './draft.ts';
import { writeStoredDraft } from './draft-format.ts';
import { formPrefix } from './form-prefix.ts';

/** What became of a paper that was to be kept. */
export type Keeping = 'kept' | 'full' | 'blocked';

/** Keeps a paper that another page begins as a draft of its form, beside the others that are there. */
export function keepPaper(storage: () => DraftStorage, base: string, answers: FormAnswers, now: Date): Keeping {
  const at = now.toISOString();
  try {
    const key = formPrefix(base, answers.form) + answers.case;
    storage().setItem(key, writeStoredDraft({ startedAt: at, savedAt: at, value: answers }));
    return 'kept';
  } catch (error) {
    // Said to the person, who can still make room, print or hand it over in another way.
    return isFull(error) ? 'full' : 'blocked';
  }
}
