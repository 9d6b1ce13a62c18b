import * as z from 'zod/mini';
import type { ChecklistAnswers } from './answers.ts';

/** Ids of lists and items, as content/checklists has them. */
const id = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,99}$/));

/**
 * Texts as typed, in UTF-16 units. The bounds only keep a hostile file from filling the memory: a draft may hold more
 * than may be handed over (see validateAnswers), and must not be refused for it.
 */
const line = z.string().check(z.maxLength(20_000));
const note = z.string().check(z.maxLength(100_000));
const date = z.string().check(z.maxLength(100));

const ItemAnswerSchema = z.strictObject({
  status: z.enum(['done', 'partial', 'notDone', 'notApplicable', 'unanswered']),
  evidence: line,
  note,
  dueOn: date,
  meaning: z.string().check(z.regex(/^[0-9a-f]{0,64}$/)),
});

/** Answers that come from outside: an imported JSON file, a draft, a PDF. */
export const ChecklistAnswersSchema: z.ZodMiniType<ChecklistAnswers> = z.strictObject({
  format: z.literal('kitei-answers/1'),
  kind: z.literal('checklist'),
  checklist: id,
  version: z.int().check(z.minimum(1)),
  header: z.strictObject({ company: line, checker: line, checkedOn: date, recipient: line, business: line }),
  items: z
    .record(id, ItemAnswerSchema)
    .check(z.refine((items) => Object.keys(items).length <= 2000, 'At most 2,000 items.')),
});
