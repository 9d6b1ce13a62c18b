import * as z from 'zod/mini';

const term = z.string().check(z.minLength(1), z.maxLength(30));

/** content/synonyms.yaml: how people say what the texts say. */
export const SynonymsSchema = z.strictObject({
  /** Words in hiragana that the search looks for; other hiragana is taken for grammar. Each stands in a text. */
  kanaWords: z.array(term),
  synonyms: z.array(
    z.strictObject({
      /** Words of the texts; each of them finds the others. One that stands in no text is an error. */
      find: z.array(term).check(z.minLength(1)),
      /** Words that people use instead; they find those above, not one another. */
      say: z.optional(z.array(term)),
      /** Words for what the texts do not know; they find what comes nearest, and the reader is told so. */
      near: z.optional(z.array(term)),
    }),
  ),
});
export type Synonyms = z.infer<typeof SynonymsSchema>;
