import * as z from 'zod/mini';
import { characterClasses } from '../../record/v1/decision/password.ts';
import { stages } from '../../record/v1/decision/stages.ts';
import { returnedFacts } from './papers.ts';
import { SaidSchema, type Spoken } from './said.ts';

const text = z.string().check(z.minLength(1));
const kebab = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9-]*$/, 'id は、英小文字・数字・ハイフンで書いてください（例: take-out）。'));
const handbookId = z.string().check(z.regex(/^[a-z][a-z0-9]*$/));
const citations = z.array(text).check(z.minLength(1));
const optionIds = z.array(kebab).check(z.minLength(1));

/** What an answer must be: one option, any of several, `{ not: … }`, or how many of several options. */
const TestSchema = z.union([
  kebab,
  optionIds,
  z.strictObject({ not: z.union([kebab, optionIds]) }),
  z.strictObject({ atLeast: z.int().check(z.minimum(1)) }),
  z.strictObject({ atMost: z.int().check(z.minimum(0)) }),
]);
export type FileTest = z.infer<typeof TestSchema>;

/** Question id → test; all must pass. A list of such maps: one of them must hold. */
const ConditionSchema = z.record(kebab, TestSchema);
export const WhenSchema = z.union([ConditionSchema, z.array(ConditionSchema).check(z.minLength(1))]);
export type FileWhen = z.infer<typeof WhenSchema>;

const OptionSchema = z.strictObject({ id: kebab, text: SaidSchema, help: z.optional(SaidSchema) });

/** A signed check list that came back answers the question; a person still presses 次へ. No part of the definition. */
const ReadFromSchema = z.strictObject({
  /** Id of the check list: a file of content/checklists. */
  checklist: kebab,
  /** Which option is chosen: every item is 実施; not all, but as many as the company asks for; fewer. */
  options: z.strictObject({ all: kebab, enough: kebab, fewer: kebab }),
  /** How many the company asks for: an id of content/choices.yaml. */
  level: text,
  /** For each option of that choice: `all` items, or so many of these states as a blank of organization.yaml says. */
  least: z.record(
    z.string(),
    z.union([
      z.literal('all'),
      z.strictObject({ count: z.array(z.enum(['done', 'partial'])).check(z.minLength(1)), blank: text }),
    ]),
  ),
});
export type ReadFrom = z.infer<typeof ReadFromSchema>;

const question = {
  id: kebab,
  text: SaidSchema,
  /** What helps to answer. */
  help: z.optional(SaidSchema),
  /** Asked only when this holds, of questions before it. */
  when: z.optional(WhenSchema),
  options: z.array(OptionSchema).check(z.minLength(1)),
};

const QuestionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('one'), ...question, readFrom: z.optional(ReadFromSchema) }),
  z.strictObject({ kind: z.literal('several'), ...question, none: z.optional(text) }),
  z.strictObject({
    /** Which clients' information it is; the names of their documents are filled in. */
    kind: z.literal('clients'),
    id: kebab,
    text: SaidSchema,
    help: z.optional(SaidSchema),
    when: z.optional(WhenSchema),
    /** The words for the company's own work; どの委託元でもない without them. */
    none: z.optional(text),
    handbooks: z.array(handbookId).check(z.minLength(1)),
  }),
  z.strictObject({
    /** Answered by organization.yaml: an id of content/choices.yaml. Not asked; `unset` while it is open. */
    kind: z.literal('setting'),
    id: kebab,
    choice: z.string(),
    when: z.optional(WhenSchema),
  }),
]);

const DutySchema = z.strictObject({
  /** Permanent: it sits in PDFs that people keep. */
  id: kebab,
  /** never してはならない, before 先に, during 行うとき, after 終わったあと, record 残す記録・出すもの */
  stage: z.enum(stages),
  text: SaidSchema,
  /** When it applies; a client's duty applies only where the client is chosen, without saying so here. */
  when: z.optional(WhenSchema),
  /** Role ids of the cited document: who does it. */
  who: z.optional(z.array(z.string()).check(z.minLength(1))),
  /** Record id of the cited document. */
  record: z.optional(z.string()),
  /** Provisions of one document, `nerima:a16-i7`; of one with several parts in the scope book the part: `rodokyoku:3-n5/log`. */
  citations,
  /** Its position on a point on which documents differ, e.g. `{ point: mail, says: forbidden }`. */
  stance: z.optional(z.strictObject({ point: kebab, says: kebab })),
});

/** What goes into a field of a form, for a person to see and to change. Nothing goes in for 「わからない」. */
const GiveSchema = z.union(
  [
    /** The chosen options in their words, or in those that the form has for them; an option without a word gives nothing. */
    z.strictObject({ question: kebab, words: z.optional(z.record(kebab, SaidSchema)) }),
    /** The title of the strictest conclusion, or the word that the form has for it. */
    z.strictObject({ conclusion: z.union([z.literal(true), z.record(kebab, SaidSchema)]) }),
    /** Of the check list that came back: 会社名, 文書番号, and the number that counts. */
    z.strictObject({ returned: z.enum(returnedFacts) }),
    /** What the conclusion rests on: the decision, its version, and the answers on which its conclusions hang. */
    z.strictObject({ grounds: z.literal(true) }),
    z.strictObject({ text: SaidSchema }),
  ],
  'Write { question }, { conclusion }, { returned }, { grounds } or { text }.',
);
/** By field or column of the form. */
const givesSchema = z.record(kebab, GiveSchema);

const RowsSchema = z.union(
  [
    /** A row for each duty that applies, its text in this column; without `stages`, of all stages but `never`. */
    z.strictObject({
      table: kebab,
      from: z.literal('duties'),
      column: kebab,
      stages: z.optional(z.array(z.enum(stages)).check(z.minLength(1))),
    }),
    z.strictObject({ table: kebab, when: z.optional(WhenSchema), gives: givesSchema }),
  ],
  'Write { table, from: duties, column } or { table, gives }.',
);

/** A form in which the result is written down. The page's alone: a file of the decision does not have it. */
const PaperSchema = z.strictObject({
  /** Id of the form: a file of content/forms. */
  form: kebab,
  /** The duties that it fulfils: with one of them it is offered. */
  duties: z.optional(z.array(kebab).check(z.minLength(1))),
  /**
   * When it is offered besides; without `duties` and `when` always. A client's form only where the client is chosen,
   * without saying so here.
   */
  when: z.optional(WhenSchema),
  /** What is known from the answers. */
  gives: z.optional(givesSchema),
  rows: z.optional(z.array(RowsSchema).check(z.minLength(1))),
});

/** What a password typed on the page is held to; it is never kept, so this is no part of the answers. */
const CheckSchema = z.strictObject({
  kind: z.literal('password'),
  title: text,
  lead: text,
  /** The strictest first. */
  profiles: z
    .array(
      z.strictObject({
        id: kebab,
        label: text,
        when: z.optional(WhenSchema),
        minLength: z.int().check(z.minimum(1)),
        /** Kinds of characters that all have to occur. */
        classes: z.array(z.enum(characterClasses)),
        /** What a person has to see to, because no program can. */
        byEye: z.optional(z.array(text)),
        citations,
      }),
    )
    .check(z.minLength(1)),
});

/** Rows of a list of the company (content/choices.yaml) that say more than a duty or an option can. */
const ShownListSchema = z
  .strictObject({
    /** Id of the list. */
    list: text,
    /** Where its rows are shared out: which of them. */
    groups: z.optional(z.array(text).check(z.minLength(1))),
    /** The rows stand with these duties. */
    duties: z.optional(z.array(kebab).check(z.minLength(1))),
    /** With the options of this question: option → group. The names of its rows stand there in place of the `help`. */
    question: z.optional(kebab),
    options: z.optional(z.record(kebab, text)),
  })
  .check(
    z.refine(({ question, options }) => (question === undefined) === (options === undefined), {
      error: 'question と options は、両方書くか、両方書かないでください。',
      path: ['options'],
    }),
  );

/**
 * content/decisions/*.yaml, as its author writes it. A text that speaks of a client by name may stand in pieces (said.ts),
 * so that the sentence goes where that document is not in force.
 */
export const DecisionFileSchema = z.strictObject({
  /** Permanent; also the file's name and the page's address. */
  id: kebab,
  /** Raise it whenever the meaning of an answer or an outcome changes. */
  version: z.int().check(z.minimum(1)),
  title: text,
  /** Which question it answers, for whom: one sentence. */
  lead: text,
  /** The company's own word on it, e.g. since when law stated here is 要確認. Shown on every result. */
  remarks: z.optional(z.array(SaidSchema).check(z.minLength(1))),
  /** Place among the decisions, small first; those without one stand behind, by id. */
  order: z.optional(z.int()),
  /** Where it stands on /decisions/: what somebody is about to do. */
  group: z.optional(z.enum(['carry', 'use', 'handle', 'admit'])),
  /** Every page links to it: for the bad day. */
  urgent: z.optional(z.literal(true)),
  layout: z.enum(['steps', 'sheet']),
  /** Other names for some stages, where 「先にすること」 and the like would read oddly. */
  stageNames: z.optional(z.partialRecord(z.enum(stages), text)),
  questions: z.array(QuestionSchema).check(z.minLength(1)),
  /** The strictest first. */
  outcomes: z
    .array(
      z.strictObject({
        id: kebab,
        /**
         * What it comes to. One that `permits`, or says that the rules are `silent`, never stands over a duty that
         * forbids or asks for leave; `conditions`: one may, or has to, in the way that it names; `forbids`: one may not.
         */
        says: z.enum(['forbids', 'conditions', 'permits', 'silent']),
        title: SaidSchema,
        text: SaidSchema,
        citations: z.optional(citations),
        /** Who is told at once: a role of the company, with the blanks for number and address. */
        tell: z.optional(z.array(z.strictObject({ who: text, phone: z.optional(text), mail: z.optional(text) }))),
      }),
    )
    .check(z.minLength(1)),
  /** Exactly one fits each combination of answers. */
  rules: z
    .array(z.strictObject({ when: WhenSchema, outcome: kebab, citations: z.optional(citations) }))
    .check(z.minLength(1)),
  duties: z.array(DutySchema),
  contradictions: z.optional(
    z.array(
      z.strictObject({
        point: kebab,
        /** By handbook: what it says on the point, in a sentence. Only those that apply are shown. */
        positions: z.record(handbookId, text),
        /** What to do about it, without naming a document: any two of them may meet. */
        text,
      }),
    ),
  ),
  /** The company's own lists that the page shows, once they have rows; the page's alone, as papers are. */
  lists: z.optional(z.array(ShownListSchema).check(z.minLength(1))),
  /** Forms and registers that are offered with the result. */
  papers: z.optional(z.array(PaperSchema).check(z.minLength(1))),
  /** Everyday words and questions that it answers, for the search; with the answers that they give already, where they do. */
  asks: z.optional(
    z
      .array(
        z.union([
          text,
          z.strictObject({ say: z.array(text).check(z.minLength(1)), answers: z.record(kebab, z.array(kebab)) }),
        ]),
      )
      .check(z.minLength(1)),
  ),
  check: z.optional(CheckSchema),
});
/** As it is read: every text is one text. */
export type DecisionFile = Spoken<z.infer<typeof DecisionFileSchema>>;
