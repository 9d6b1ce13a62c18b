import * as z from 'zod/mini';
import { personKeys } from '../../record/v1/form/definition.ts';

const text = z.string().check(z.minLength(1));
const kebab = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9-]*$/, 'id は、英小文字・数字・ハイフンで書いてください（例: media-list）。'));
const citations = z.optional(z.array(text));
const line = z.string().check(z.minLength(1), z.maxLength(200), z.regex(/^[^\n]*$/, '1 行で書いてください。'));
const lines = z.array(text).check(z.minLength(1));

const field = {
  /** Permanent; the same id in another form means the same thing, and what is known is taken over by it. */
  id: kebab,
  /** As the source prints it. */
  label: line,
  /** How to fill it in; on the page alone. */
  help: z.optional(text),
  /** Without it, one line. */
  kind: z.optional(z.enum(['line', 'text', 'date', 'moment', 'number', 'one', 'several'])),
  options: z.optional(z.array(line).check(z.minLength(1), z.maxLength(100))),
  /** Other words than the options may be typed. */
  open: z.optional(z.literal(true)),
  unit: z.optional(line),
  required: z.optional(z.literal(true)),
  example: z.optional(line),
  /** Of the source's units that ask for it; that of the form where there is none. */
  citations,
};

const FieldSchema = z.strictObject(field);

const ColumnSchema = z.strictObject({
  ...field,
  /** Width against the other columns, e.g. 2 for twice as wide as one without. */
  width: z.optional(z.number().check(z.positive(), z.maximum(20))),
  person: z.optional(z.enum(personKeys)),
});

const PartSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('fields'),
    id: kebab,
    title: z.optional(line),
    fields: z.array(FieldSchema).check(z.minLength(1)),
  }),
  z.strictObject({
    kind: z.literal('table'),
    id: kebab,
    title: z.optional(line),
    /** What one row is, e.g. 媒体. */
    row: line,
    columns: z.array(ColumnSchema).check(z.minLength(1), z.maxLength(14)),
    /** Rows of a blank paper; 10 without it. */
    blankRows: z.optional(z.int().check(z.minimum(1), z.maximum(60))),
    examples: z.optional(z.array(z.array(z.string()))),
    notes: z.optional(lines),
    people: z.optional(z.literal(true)),
    required: z.optional(z.literal(true)),
    /** Its rows are drawn as well; `box`, `lines` and `under` are ids of columns. */
    chart: z.optional(
      z.strictObject({
        title: line,
        box: kebab,
        lines: z.array(kebab).check(z.minLength(1), z.maxLength(4)),
        under: z.optional(kebab),
        levels: z.optional(z.array(z.array(line).check(z.minLength(1))).check(z.minLength(1))),
      }),
    ),
  }),
  z.strictObject({ kind: z.literal('text'), id: kebab, lines }),
]);

/** What makes a form a register that is kept over time; see core/register/rules.ts. */
const RegisterSchema = z.strictObject({
  /** By id of a table of the form. */
  tables: z.record(
    kebab,
    z.strictObject({
      /** The column whose day or moment orders the entries. */
      on: kebab,
      /** Open until these columns are filled. */
      closedBy: z.optional(z.array(kebab).check(z.minLength(1))),
      /** What an open entry is called, and one that is closed, e.g. 返却待ち and 返却済み. */
      open: z.optional(line),
      closed: z.optional(line),
      /** The column with the day by which something is due. */
      due: z.optional(kebab),
      /** The column with the text that says until when that is kept what an entry is about, e.g. 5年 or 2027年3月. */
      until: z.optional(kebab),
      /** Columns by what stands in which the list can be narrowed, e.g. 管理部署. */
      filters: z.optional(z.array(kebab).check(z.minLength(1), z.maxLength(3))),
      /** By a column, the one that says what it rests on: a decision's answers, or that it was typed. */
      reasons: z.optional(z.record(kebab, kebab)),
      /** What is done next with an entry: a decision, or a form that takes what is known of it. */
      leads: z.optional(
        z
          .array(
            z.strictObject({
              /** What is pressed, e.g. 機密性を決める. */
              text: line,
              decision: z.optional(kebab),
              form: z.optional(kebab),
              /** The list of that form. */
              table: z.optional(kebab),
              /** By the column of that list, the column here. */
              gives: z.optional(z.record(kebab, kebab)),
              /** Columns that the decision's result fills in. */
              returns: z.optional(z.array(kebab)),
            }),
          )
          .check(z.minLength(1)),
      ),
    }),
  ),
  keeps: z.strictObject({
    /** Without it the source names no period. Fiscal years count from the end of that of the entry. */
    for: z.optional(
      z.strictObject({ count: z.int().check(z.minimum(1), z.maximum(100)), unit: z.enum(['years', 'fiscalYears']) }),
    ),
    /** Whose rule it is, or that there is none. */
    says: text,
    citations,
  }),
  /** Forms whose rows become entries here, by the ids of columns. */
  takes: z.optional(z.array(kebab)),
});

/** content/forms/*.yaml, as its author writes it. */
export const FormFileSchema = z.strictObject({
  /** Permanent; also the file's name and the page's address. */
  id: kebab,
  /** Raise it whenever the meaning of an answer changes. */
  version: z.int().check(z.minimum(1)),
  title: line,
  lead: text,
  /** Whose paper it is: the handbook that asks for it. With that document switched off, the form is gone. None: everybody's. */
  handbook: z.optional(kebab),
  /** Rows of records.yaml that it makes, e.g. `nerima:workerRoster`. */
  records: z.optional(z.array(text)),
  /** Where it stands on /forms/. */
  group: z.enum(['people', 'end', 'incident', 'request', 'plan', 'register', 'contact']),
  use: z.enum(['paper', 'roster', 'register']),
  /** Asked before the form opens, where many need it not at all: with `no` the page says `says` instead of the form. */
  gate: z.optional(z.strictObject({ question: line, yes: line, no: line, says: text, citations })),
  /** Kept over time at /registers/<id>/, entry by entry; of `use: register` alone. */
  register: z.optional(RegisterSchema),
  layout: z.enum(['letter', 'sheet']),
  mark: z.optional(line),
  /** `{business}` stands for 業務名. */
  heading: line,
  head: z.strictObject({
    company: z.optional(line),
    checker: z.optional(line),
    checkedOn: z.optional(line),
    /** `name` is filled in from the start, e.g. 練馬区. */
    recipient: z.optional(
      z.strictObject({ label: line, ending: z.enum(['御中', 'あて', '様', '']), name: z.optional(line) }),
    ),
    business: z.optional(line),
  }),
  body: z.optional(lines),
  listed: z.optional(z.literal(true)),
  parts: z.array(PartSchema).check(z.minLength(1)),
  each: z.optional(kebab),
  seal: z.optional(lines),
  approval: z.optional(z.strictObject({ title: line, labels: lines })),
  /**
   * It answers somebody's signed file: the fields that name that file (`title`, `number`, `hash`, `date`) are filled in from
   * it, and whoever holds both is told whether they belong together. `result` is the field of the answer.
   */
  replies: z.optional(z.strictObject({ title: kebab, number: kebab, hash: kebab, date: kebab, result: kebab })),
  /** Forms whose answers it takes over, by the ids that both have: the plan of a report. */
  from: z.optional(z.array(kebab)),
  /**
   * Rows with which it begins, by table: texts by column, with `{{role:…}}` and `{{blank:…}}` for what the company has set. They
   * stand on the blank paper as well; what is not set is left empty there.
   */
  begins: z.optional(z.record(kebab, z.array(z.record(kebab, text)).check(z.minLength(1)))),
  /**
   * Tables whose rows are a list of the company's, by id: with its own rows, those stand in the place of what is under
   * `begins`. `cells`: by column, the column of the list.
   */
  lists: z.optional(z.record(kebab, z.strictObject({ list: text, cells: z.record(kebab, text) }))),
  /** It comes again every year: next year's begins with this one. Without it, where there is a field `fiscal-year`. */
  yearly: z.optional(z.literal(true)),
  /** Everyday words and questions that it answers, for the search. */
  asks: z.optional(lines),
  /** Provisions that ask for this paper. */
  basis: z.array(text).check(z.minLength(1)),
});
export type FormFile = z.infer<typeof FormFileSchema>;
