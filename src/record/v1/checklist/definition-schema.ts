import * as z from 'zod/mini';
import type { Template } from '../company/words.ts';
import { basis, choices, hash, id, line, some, text, version } from '../schema-parts.ts';
import type { ChecklistDefinition } from './definition.ts';

const CheckItemSchema = z.strictObject({
  id,
  number: z.int().check(z.minimum(1)),
  text: text.check(z.minLength(1)),
  guidance: text,
  evidence: text,
  basis,
  meaning: hash,
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
