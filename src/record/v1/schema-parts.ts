import * as z from 'zod/mini';
import { idForm, madeIdForm } from '../../core/text/id.ts';

/** What the schemas of all tools have in common. Bounds keep a hostile file from filling the memory. */

/** Of tools and their parts, as content/ has them. */
export const id = z.string().check(z.regex(idForm));
/** Of what a page begins: a case, a row. */
export const madeId = z.string().check(z.regex(madeIdForm));
export const version = z.int().check(z.minimum(1));
/** A text of a definition. */
export const text = z.string().check(z.maxLength(20_000));
export const line = z.string().check(z.minLength(1), z.maxLength(1000));
export const hash = z.string().check(z.regex(/^[0-9a-f]{16}$/));

/** As typed: a draft may hold more than may be handed over, and must not be refused for it. */
export const typedLine = z.string().check(z.maxLength(20_000));
export const typedText = z.string().check(z.maxLength(100_000));
export const typedDate = z.string().check(z.maxLength(100));

export function some<Item extends z.ZodMiniType>(item: Item, most: number) {
  return z.array(item).check(z.maxLength(most));
}

/** Of the company's choices, which are camelCase. */
const choiceId = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9-]{0,99}$/));
const conditions = some(z.strictObject({ choice: choiceId, is: choiceId }), 20);

export const BasisSchema = z.strictObject({
  citation: z.string().check(z.maxLength(200), z.regex(/^[a-z][a-z0-9-]*:[A-Za-z0-9.-]+$/)),
  label: line,
  // A path on this site and nothing else: a link out of a file must not lead to a script or to another site.
  href: z.string().check(z.maxLength(1000), z.regex(/^(?!\/\/)[\w./~%-]*(?:#[\w.~%-]*)?$/)),
  shown: z.optional(conditions),
});
export const basis = some(BasisSchema, 100);

export const choices = z.record(choiceId, some(z.strictObject({ id, text: line }), 50));
export const setting = choiceId;

export const WordsSchema = z
  .record(z.string().check(z.maxLength(120)), z.string().check(z.maxLength(400)))
  .check(z.refine((words) => Object.keys(words).length <= 300, 'At most 300 words.'));

/** Of an invitation: as long as it may be, for no person types it into this document. */
export const RequestSchema = z.strictObject({
  id: madeId,
  name: z.string().check(z.maxLength(200)),
  dueOn: typedDate,
  scope: z.string().check(z.maxLength(1000)),
  contact: z.string().check(z.maxLength(400)),
});

export const HeaderSchema = z.strictObject({
  company: typedLine,
  checker: typedLine,
  checkedOn: typedDate,
  recipient: typedLine,
  business: typedLine,
});
