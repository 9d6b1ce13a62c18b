import * as z from 'zod/mini';
import { CompanyListSchema } from './company-list.ts';

const text = z.string().check(z.minLength(1));
const id = z
  .string()
  .check(z.regex(/^[a-z][A-Za-z0-9]*$/, 'id は、英小文字で始まる英数字で書いてください（例: webFiltering）。'));

/** Where organization.yaml keeps the values of blanks, by what they are. */
export const BlankGroupSchema = z.enum(['contacts', 'months', 'revisions', 'blanks']);
export type BlankGroup = z.infer<typeof BlankGroupSchema>;

/**
 * content/choices.yaml: every `A/B` choice, every ○ blank and every table of examples that the sample regulation leaves to
 * the company.
 */
export const FillInsSchema = z.strictObject({
  choices: z.record(
    id,
    z.strictObject({
      /** What the editor has to decide, e.g. `従業員が持っている機器を、業務に使わせるか`. */
      question: text,
      /** Option id → the words that stand in the text where the page gives no longer ones. At least two. */
      options: z
        .record(id, text)
        .check(z.refine((options) => Object.keys(options).length >= 2, '選択には、選択肢が二つ以上要ります。')),
    }),
  ),
  blanks: z.record(
    id,
    z.strictObject({
      /** What has to be filled in, e.g. `点検を行う月`. */
      question: text,
      /** What stands in the text while it is empty, as the sample prints it, e.g. `○月`. */
      printed: text,
      /** The words behind the value, e.g. `月`. */
      unit: z.optional(text),
      /** Group of organization.yaml that holds the value; `blanks` when left out. */
      in: z.optional(BlankGroupSchema),
    }),
  ),
  /** The tables whose rows are the company's own; where a page has one, it stands in `<List id="…">`. */
  lists: z.optional(z.record(id, CompanyListSchema)),
});
export type FillIns = z.infer<typeof FillInsSchema>;
