import * as z from 'zod/mini';
import { HeaderSchema, id, madeId, some, version } from '../schema-parts.ts';
import type { DecisionAnswers } from './answers.ts';

const entries = (texts: object) => Object.keys(texts).length <= 1000;

/** Answers to a decision that come from outside, in a PDF. */
export const DecisionAnswersSchema: z.ZodMiniType<DecisionAnswers> = z.strictObject({
  format: z.literal('kitei-answers/1'),
  kind: z.literal('decision'),
  decision: id,
  version,
  case: madeId,
  header: HeaderSchema,
  answers: z.record(id, some(id, 100)).check(z.refine(entries, 'At most 1,000 answers.')),
});
