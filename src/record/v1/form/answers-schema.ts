import * as z from 'zod/mini';
import { HeaderSchema, id, madeId, some, typedText, version } from '../schema-parts.ts';
import type { FormAnswers } from './answers.ts';
import { mostColumns, mostFields, mostParts, mostRows } from './limits.ts';
import { isPeriod } from './period.ts';

const atMost = (most: number) =>
  z.refine<object>((entries) => Object.keys(entries).length <= most, `At most ${most} entries.`);

const day = z.string().check(z.maxLength(10));

const RowsSchema = some(
  z.strictObject({ id: madeId, cells: z.record(id, typedText).check(atMost(mostColumns)) }),
  mostRows,
).check(z.refine((rows) => new Set(rows.map((row) => row.id)).size === rows.length, 'Two rows have the same id.'));

/** Answers to a form that come from outside, in a PDF. */
export const FormAnswersSchema: z.ZodMiniType<FormAnswers> = z.strictObject({
  format: z.literal('kitei-answers/1'),
  kind: z.literal('form'),
  form: id,
  version,
  case: madeId,
  header: HeaderSchema,
  fields: z.record(id, typedText).check(atMost(mostFields)),
  tables: z.record(id, RowsSchema).check(
    atMost(mostParts),
    z.refine((tables) => Object.values(tables).flat().length <= mostRows, `At most ${mostRows} rows.`),
  ),
  period: z.optional(
    z.strictObject({ from: day, until: day }).check(z.refine(isPeriod, 'A period has two days, or none.')),
  ),
});
