import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1));
const line = z.string().check(z.minLength(1), z.maxLength(200), z.regex(/^[^\n]*$/, '1 行で書いてください。'));
const kebab = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9-]*$/, 'id は、英小文字・数字・ハイフンで書いてください（例: first-party）。'));
/** Units of the source whose official words may stand in the place of `text`, in their order. */
const units = z.optional(z.array(text).check(z.minLength(1)));
const citations = z.array(text).check(z.minLength(1));
const mark = z.optional(z.enum(['circle', 'bracket', 'dot']));

const clause = { text, units, needs: z.optional(kebab), mark, list: z.optional(kebab) };
const SubitemSchema = z.strictObject({ text, units });
const ItemSchema = z.strictObject({ ...clause, items: z.optional(z.array(SubitemSchema)) });
const ClauseSchema = z.strictObject({
  ...clause,
  items: z.optional(z.array(ItemSchema)),
  /** Sentences that follow in the same paragraph. */
  more: z.optional(z.array(z.strictObject({ text, units, needs: z.optional(kebab) }))),
});
const LineSchema = z.strictObject({ text, units, end: z.optional(z.literal(true)) });

/** content/documents/*.yaml, as its author writes it. `{field:id}` and `{article:id}` stand for what is filled in. */
export const DocumentFileSchema = z.strictObject({
  /** Permanent; also the file's name and the page's address. */
  id: kebab,
  version: z.int().check(z.minimum(1)),
  title: line,
  lead: text,
  /** The company's handbook that it comes from. */
  handbook: kebab,
  style: z.enum(['contract', 'policy']),
  heading: line,
  caution: text,
  /** Field that tells one draft from another, e.g. the other party. */
  named: kebab,
  fields: z.array(
    z.strictObject({
      id: kebab,
      label: line,
      help: z.optional(text),
      kind: z.optional(z.enum(['line', 'lines', 'date', 'number'])),
      blank: z.optional(z.string()),
      initial: z.optional(z.string()),
      /** Blank of choices.yaml or `name` of organization.yaml that it begins with where that is filled in. */
      from: z.optional(z.string()),
      /** It begins with the company's own rows of a list, where it has written some: a column of all rows, or of these groups. */
      rows: z.optional(
        z.strictObject({ list: text, column: text, groups: z.optional(z.array(text).check(z.minLength(1))) }),
      ),
    }),
  ),
  opening: z.optional(z.array(LineSchema)),
  articles: z
    .array(
      z.strictObject({
        id: kebab,
        caption: line,
        optional: z.optional(z.literal(true)),
        /** Beside its box on the page: what is doubtful about it. */
        note: z.optional(text),
        clauses: z.array(ClauseSchema).check(z.minLength(1)),
      }),
    )
    .check(z.minLength(1)),
  closing: z.optional(z.array(LineSchema)),
  tables: z.optional(
    z.array(z.strictObject({ id: kebab, title: line, column: line, field: kebab, needs: z.optional(kebab) })),
  ),
  demands: z.optional(
    z.array(
      z.strictObject({ what: line, citations, articles: z.array(kebab).check(z.minLength(1)), note: z.optional(text) }),
    ),
  ),
  basis: citations,
});
export type DocumentFile = z.infer<typeof DocumentFileSchema>;
