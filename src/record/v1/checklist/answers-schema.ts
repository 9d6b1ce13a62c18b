import * as z from 'zod/mini';
import { HeaderSchema, hash, id, RequestSchema, typedDate, typedLine, typedText, version } from '../schema-parts.ts';
import type { ChecklistAnswers } from './answers.ts';

const answered = {
  evidence: typedLine,
  evidenceOn: z.optional(typedDate),
  evidenceUntil: z.optional(typedDate),
  note: typedText,
  meaning: hash,
  clauses: z.optional(hash),
};

const ItemAnswerSchema = z.union([
  z.strictObject({
    ...answered,
    status: z.enum(['done', 'partial', 'notDone', 'notApplicable', 'unanswered']),
    dueOn: typedDate,
  }),
  z.strictObject({ ...answered, given: z.array(typedText).check(z.maxLength(100)) }),
]);

/** Answers that come from outside, in a PDF. */
export const ChecklistAnswersSchema: z.ZodMiniType<ChecklistAnswers> = z.strictObject({
  format: z.literal('kitei-answers/1'),
  kind: z.literal('checklist'),
  checklist: id,
  version,
  header: HeaderSchema,
  request: z.optional(RequestSchema),
  items: z
    .record(id, ItemAnswerSchema)
    .check(z.refine((items) => Object.keys(items).length <= 2000, 'At most 2,000 items.')),
});
