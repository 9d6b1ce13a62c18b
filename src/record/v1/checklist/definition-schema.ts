import * as z from 'zod/mini';
import type { Template } from '../company/words.ts';
import { basis, choices, hash, id, line, some, text, version } from '../schema-parts.ts';
import type { ChecklistDefinition } from './definition.ts';

const options = some(line, 100).check(
  z.minLength(1),
  z.refine((options) => areDistinct(options), 'Two options are the same.'),
);

const AnswerAskedSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['one', 'several']),
    options,
    noted: z.optional(options),
    alone: z.optional(line),
  }),
  z.strictObject({ kind: z.enum(['text', 'date']) }),
  z.strictObject({ kind: z.literal('number'), unit: z.optional(line) }),
]);

const CheckItemSchema = z.strictObject({
  id,
  number: z.union([z.int().check(z.minimum(1)), line.check(z.maxLength(20))]),
  text: text.check(z.minLength(1)),
  guidance: z.optional(text),
  evidence: z.optional(text),
  answer: z.optional(AnswerAskedSchema),
  basis,
  meaning: hash,
  clauses: z.optional(hash),
});

const SectionSchema = z.strictObject({ id, title: line, items: some(CheckItemSchema, 2000) });

/** A check list that comes from outside, out of a PDF. */
export const ChecklistDefinitionSchema: z.ZodMiniType<Template<ChecklistDefinition>> = z
  .strictObject({
    id,
    version,
    title: line,
    lead: text,
    notice: text,
    addedFields: z.optional(z.strictObject({ legend: line, note: line })),
    notApplicable: z.optional(line),
    each: z.optional(id),
    states: z.optional(z.strictObject({ done: line, partial: line, notDone: line })),
    evidenceName: z.optional(line),
    sections: some(SectionSchema, 200),
    choices: z.optional(choices),
  })
  .check(
    z.refine(({ sections }) => areDistinct(sections.flatMap(({ items }) => items.map((item) => item.id))), {
      path: ['sections'],
      message: 'Two items have the same id.',
    }),
  );

function areDistinct(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length;
}
