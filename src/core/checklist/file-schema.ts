import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1));
const kebab = z.string().check(z.regex(/^[a-z][a-z0-9-]*$/, 'An id is kebab-case English, e.g. asset-register.'));
const citations = z.array(text).check(z.minLength(1));

/** content/checklists/*.yaml, as its author writes it. */
export const ChecklistFileSchema = z.strictObject({
  /** Permanent; also the file's name and the page's address. */
  id: kebab,
  /** Raise it whenever the meaning of an answer changes. */
  version: z.int().check(z.minimum(1)),
  title: text,
  /** Who fills it in, for whom: one sentence. */
  lead: text,
  /** Provisions that ask for this list. */
  basis: citations,
  /** Whose the guidance and the examples of evidence are, where they are not the source's: one or two sentences. */
  guidanceNote: z.optional(text),
  sections: z
    .array(
      z.strictObject({
        id: kebab,
        title: text,
        items: z
          .array(
            z.strictObject({
              /** Permanent; retire an id, never reuse it. */
              id: kebab,
              /** The source's own number. */
              number: z.int().check(z.minimum(1)),
              text,
              /** What counts as done. */
              guidance: text,
              /** Which evidence fits. */
              evidence: text,
              /** The source's row first. */
              citations,
            }),
          )
          .check(z.minLength(1)),
      }),
    )
    .check(z.minLength(1)),
});
export type ChecklistFile = z.infer<typeof ChecklistFileSchema>;
