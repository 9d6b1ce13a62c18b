import * as z from 'zod/mini';
import type { ChecklistDefinition } from './definition.ts';

const id = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,99}$/));
const text = z.string().check(z.maxLength(20_000));
const line = z.string().check(z.minLength(1), z.maxLength(1000));

/** A path on this site and nothing else: a link out of a file must not lead to a script or to another site. */
const href = z.string().check(z.maxLength(1000), z.regex(/^(?!\/\/)[\w./~%-]*(?:#[\w.~%-]*)?$/));

const BasisSchema = z.strictObject({
  citation: z.string().check(z.maxLength(200), z.regex(/^[a-z][a-z0-9-]*:[A-Za-z0-9.-]+$/)),
  label: line,
  href,
});

const CheckItemSchema = z.strictObject({
  id,
  number: z.int().check(z.minimum(1)),
  text: text.check(z.minLength(1)),
  guidance: text,
  evidence: text,
  basis: z.array(BasisSchema).check(z.maxLength(100)),
  meaning: z.string().check(z.regex(/^[0-9a-f]{1,64}$/)),
});

const SectionSchema = z.strictObject({
  id,
  title: line,
  items: z.array(CheckItemSchema).check(z.maxLength(2000)),
});

/** A check list that comes from outside, e.g. out of a PDF of another version of the site. */
export const ChecklistDefinitionSchema: z.ZodMiniType<ChecklistDefinition> = z
  .strictObject({
    id,
    version: z.int().check(z.minimum(1)),
    title: line,
    lead: text,
    notice: text,
    sections: z.array(SectionSchema).check(z.maxLength(200)),
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
