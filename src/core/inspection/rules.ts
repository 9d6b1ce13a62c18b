import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1));
const certainty = z.enum(['確実', '推定', '要確認']);
const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, '日付は 2026-11-29 のように書いてください。'));

/** content/term-variants.yaml: words of one meaning that stand under several names or spellings. */
export const TermVariantsSchema = z.strictObject({
  variants: z.array(
    z.strictObject({
      /** The names, the usual one first. */
      words: z.array(text).check(z.minLength(2)),
      /** `spelling`: one word written in two ways; `term`: two words for what is taken to be one thing. */
      kind: z.enum(['spelling', 'term']),
      certainty,
      /** Longer words that hold one of these and are another word. */
      except: z.optional(z.array(text)),
      /** The words mean one thing within a document only; between documents they are not compared. */
      onlyWithin: z.optional(z.literal(true)),
      /** What an editor should know besides, in one sentence. */
      note: z.optional(text),
    }),
  ),
  /** Words that look like the name of an office and need no definition. */
  commonWords: z.array(text),
});
export type TermVariants = z.infer<typeof TermVariantsSchema>;

/** content/products.yaml: products whose support has an end. */
export const ProductsSchema = z.strictObject({
  /** The day that the list was checked; an end before it has come. Never the clock: the same content builds the same site. */
  checkedOn: date,
  products: z.array(
    z.strictObject({
      name: text,
      /** Regular expression for the name as texts write it, in NFKC and any case; cells of a table are apart by white space. */
      pattern: text.check(
        z.refine((source) => isPattern(source), '正規表現として読めないか、空の文にも当てはまります。'),
      ),
      supportEnds: date,
      /** Who says so. */
      source: text,
      certainty,
    }),
  ),
});
export type Products = z.infer<typeof ProductsSchema>;

function isPattern(source: string): boolean {
  try {
    return !new RegExp(source, 'iu').test('');
  } catch {
    // The message of the schema says it all.
    return false;
  }
}
