import type { FormAnswers } from '../../record/v1/form/answers.ts';
import type { FormDefinition } from '../../record/v1/form/definition.ts';
import { readFormAnswers } from '../../record/v1/form/read-answers.ts';
import { type AnswersReading, get } from '../../record/v1/read-values.ts';

/** A form by what its answers name. */
export type KnownForm = Pick<FormDefinition, 'id' | 'version'>;

/** A paper that came back: of this form, or of one that this form begins with. */
export interface FoundPaper {
  isSame: boolean;
  answers: FormAnswers;
}

/** Reads answers to a form, or to one of its sources. */
export function readPaper(value: unknown, form: KnownForm, sources: readonly KnownForm[]): AnswersReading<FoundPaper> {
  const source = sources.find(({ id }) => id === get(value, 'form'));
  const reading = readFormAnswers(value, source ?? form);
  return reading.ok ? { ok: true, answers: { isSame: source === undefined, answers: reading.answers } } : reading;
}
