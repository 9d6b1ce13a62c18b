import * as z from 'zod/mini';
import { longestCell, mostListRows } from './list-limits.ts';

const text = z.string().check(z.minLength(1));
const id = z
  .string()
  .check(z.regex(/^[a-z][A-Za-z0-9]*$/, 'id は、英小文字で始まる英数字で書いてください（例: serverSoftware）。'));

const ColumnSchema = z
  .strictObject({
    id,
    /** What stands over the column, as the sample prints it, e.g. `利用技術・製品`; it may hold `{{role:…}}`. */
    label: text,
    /** What else stands over it where others keep such a list, e.g. `[メーカー]`: rows that are brought in are known by it. */
    also: z.optional(z.array(text)),
    /** `line` when left out. `date` is written 2026-11-29. */
    kind: z.optional(z.enum(['line', 'date', 'one'])),
    /** Of `one`: what may stand there. */
    options: z.optional(z.array(text).check(z.minLength(2))),
    required: z.optional(z.literal(true)),
    /** The sample's table has no such column: it is shown once a row says something there. */
    added: z.optional(z.literal(true)),
    /** Of a `date`: the day on which the support of the product ends; the inspection of the regulations looks at it. */
    supportEnds: z.optional(z.literal(true)),
  })
  .check(
    z.refine(({ kind, options }) => (kind === 'one') === (options !== undefined), {
      error: 'options は、kind: one の列に書いてください。ほかの列には書けません。',
      path: ['options'],
    }),
    z.refine(({ kind, supportEnds }) => !supportEnds || kind === 'date', {
      error: 'supportEnds は、kind: date の列に書いてください。',
      path: ['supportEnds'],
    }),
  );
export type ListColumn = z.infer<typeof ColumnSchema>;

/** A table of the sample regulation whose rows a company writes itself, in content/lists/<id>.yaml. */
export const CompanyListSchema = z
  .strictObject({
    /** e.g. `バックアップ取得対象` */
    title: text,
    /** From left to right as the sample's table has them; the first says what the row is about. */
    columns: z.array(ColumnSchema).check(z.minLength(1), z.maxLength(14)),
    /** The column (a required `one`) by which the rows are shared out to several places: `<List id="…" group="…">`. */
    by: z.optional(id),
    /** The rows of the sample stay, because a provision or a tool counts on them; those of the company stand behind. */
    adds: z.optional(z.literal(true)),
  })
  .check(
    z.refine(({ columns }) => new Set(columns.map((column) => column.id)).size === columns.length, {
      error: '同じ id の列が二つあります。',
      path: ['columns'],
    }),
    z.refine(
      ({ columns, by }) =>
        by === undefined || columns.some((one) => one.id === by && one.kind === 'one' && one.required),
      {
        error: 'by には、columns の中の kind: one、required: true の列の id を書いてください。',
        path: ['by'],
      },
    ),
  );
export type CompanyList = z.infer<typeof CompanyListSchema>;

/** content/lists/<id>.yaml: the company's own rows of a list. No file: the sample's rows; no row: the company has none. */
export const ListFileSchema = z.strictObject({
  /** Of the list in content/choices.yaml; the name of the file. */
  id,
  rows: z
    .array(
      z.record(
        id,
        z
          .string()
          .check(
            z.regex(
              new RegExp(`^[^\\p{C}\\p{Zl}\\p{Zp}]{0,${longestCell}}$`, 'u'),
              `1 行で、${longestCell} 文字までで書いてください。`,
            ),
          ),
      ),
    )
    .check(z.maxLength(mostListRows)),
});
