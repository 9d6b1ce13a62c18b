import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1));
const kebab = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9-]*$/, 'id は、英小文字・数字・ハイフンで書いてください（例: asset-register）。'));
const citations = z.optional(z.array(text));
/** On one line: it is printed within a line. */
const line = z.string().check(z.minLength(1), z.maxLength(200), z.regex(/^[^\n]*$/, '1 行で書いてください。'));

const options = z.array(line).check(z.minLength(1), z.maxLength(100));

/** What an item takes for an answer; without it, one of the five states (実施 … 未回答). */
const AnswerSchema = z.discriminatedUnion('kind', [
  /** One of its options, e.g. `{ kind: one, options: [はい, いいえ] }`, or any number of them. */
  z.strictObject({
    kind: z.enum(['one', 'several']),
    options,
    /** Options that say nothing without a word in the note, e.g. `[導入してよいが、条件がある（備考に書く）]`. */
    noted: z.optional(options),
    /** Of `several`: the option that stands for none of the others, e.g. `どれもない`. */
    alone: z.optional(line),
  }),
  z.strictObject({ kind: z.enum(['text', 'date']) }),
  /** A figure; the unit stands behind it, e.g. `{ kind: number, unit: 人 }`. */
  z.strictObject({ kind: z.literal('number'), unit: z.optional(line) }),
]);

/** A question of a list, as its author writes it. */
export const CheckItemFileSchema = z.strictObject({
  /** Permanent; retire an id, never reuse it. */
  id: kebab,
  /** The source's own number, as printed: `3`, `'1-2'`, `A3`. */
  number: z.union([
    z.int().check(z.minimum(1)),
    line.check(z.maxLength(20, '印刷してあるとおりに、20 文字までで書いてください。')),
  ]),
  text,
  answer: z.optional(AnswerSchema),
  /** What counts as done. */
  guidance: z.optional(text),
  /** Which evidence fits. */
  evidence: z.optional(text),
  /** The source's row first. */
  citations,
});

/** content/checklists/*.yaml, as its author writes it. */
export const ChecklistFileSchema = z.strictObject({
  /** Permanent; also the file's name and the page's address. */
  id: kebab,
  /** Raise it whenever the meaning of an answer changes. */
  version: z.int().check(z.minimum(1)),
  title: text,
  /** Where it stands on /checklists/. */
  group: z.optional(z.enum(['answer', 'evaluation', 'contract', 'system', 'self'])),
  /** Ids of items that an earlier version had: saved answers hold them, and no other item may take one. */
  retired: z.optional(z.array(kebab)),
  /** Who fills it in, for whom: one sentence. */
  lead: text,
  /** Provisions that ask for this list; of the first one's document it says that the text is no official wording. */
  basis: citations,
  /** What is said on every result besides: whose list it is, what its answers are for. */
  notice: z.optional(text),
  /** Whose the guidance and the examples of evidence are, where they are not the source's: one or two sentences. */
  guidanceNote: z.optional(text),
  /** What stands over the fields 提出先 and 業務名, where it is not this site's 「提出先・業務（空のままでもかまいません）」. */
  addedFields: z.optional(z.strictObject({ legend: line, note: line })),
  /** When 対象外 is the answer, e.g. `この業務では起こり得ない`. */
  notApplicable: z.optional(line),
  /** Everyday words and questions that it answers, for the search. */
  asks: z.optional(z.array(line).check(z.minLength(1))),
  /**
   * Of what there is a list each, where one company answers several: `checker` (each person), or the id of an item that is
   * answered by a text (each system). Without it, a later file of a company takes the place of an earlier one.
   */
  each: z.optional(kebab),
  /** When the other states are the answer, e.g. `{ done: 案に定めがある, partial: 定めが足りない, notDone: 定めがない }`. */
  states: z.optional(z.strictObject({ done: line, partial: line, notDone: line })),
  /** What is asked for in place of 記録の名前, e.g. `定めた条`; then no date and no expiry are asked for beside it. */
  evidenceName: z.optional(line),
  sections: z
    .array(
      z.strictObject({
        id: kebab,
        title: text,
        items: z.array(CheckItemFileSchema).check(z.minLength(1)),
      }),
    )
    .check(z.minLength(1)),
});
export type ChecklistFile = z.infer<typeof ChecklistFileSchema>;
