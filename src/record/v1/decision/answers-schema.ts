import * as z from 'zod/mini';
import type { DecisionAnswers } from './answers.ts';

/** Ids of decisions and their parts, as content/decisions has them; client ids are those of handbooks. */
const id = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,99}$/));

/** Bounds that only keep a hostile file from filling the memory; see validateDecision for what may be handed over. */
const line = z.string().check(z.maxLength(20_000));
const date = z.string().check(z.maxLength(100));
const entries = (texts: object) => Object.keys(texts).length <= 1000;

/** Answers to a decision that come from outside: a PDF. */
export const DecisionAnswersSchema: z.ZodMiniType<DecisionAnswers> = z.strictObject({
  format: z.literal('kitei-answers/1'),
  kind: z.literal('decision'),
  decision: id,
  version: z.int().check(z.minimum(1)),
  header: z.strictObject({ company: line, checker: line, checkedOn: date, recipient: line, business: line }),
  answers: z.record(id, z.array(id).check(z.maxLength(100))).check(z.refine(entries, 'At most 1,000 answers.')),
  fields: z.record(id, z.string().check(z.maxLength(100_000))).check(z.refine(entries, 'At most 1,000 fields.')),
  times: z.record(id, line).check(z.refine(entries, 'At most 1,000 times.')),
});
