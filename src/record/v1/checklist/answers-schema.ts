import * as z from 'zod/mini';
import { HeaderSchema, hash, id, typedDate, typedLine, typedText, version } from '../schema-parts.ts';
import type { ChecklistAnswers } from './answers.ts';

const ItemAnswerSchema = z.strictObject({
  status: z.enum(['done', 'partial', 'notDone', 'notApplicable', 'unanswered']),
  evidence: typedLine,
  note: typedText,
  dueOn: typedDate,
  meaning: hash,
});

/** Answers that come from outside, in a PDF. */
export const ChecklistAnswersSchema: z.ZodMiniType<ChecklistAnswers> = z.strictObject({
  format: z.literal('kitei-answers/1'),
  kind: z.literal('checklist'),
  checklist: id,
  version,
  header: HeaderSchema,
  items: z
    .record(id, ItemAnswerSchema)
    .check(z.refine((items) => Object.keys(items).length <= 2000, 'At most 2,000 items.')),
});
