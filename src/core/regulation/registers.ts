import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1));
const id = z
  .string()
  .check(z.regex(/^[a-z][A-Za-z0-9]*$/, 'id は、英小文字で始まる英数字で書いてください（例: securityOfficer）。'));

/** content/roles.yaml: roles by handbook. A word may name different people in different documents, so roles are never shared. */
export const RolesSchema = z.record(
  z.string(),
  z.record(
    id,
    z
      .strictObject({
        /** Name shown to readers. Left out for `company`, whose names stand in organization.yaml. */
        name: z.optional(text),
        /** Abbreviation printed in the source, e.g. `乙`. */
        printed: z.optional(text),
        /** Whom the word means, in one phrase. Left out where nobody has said it, as an import does; what has no name needs it. */
        meaning: z.optional(text),
        /** The document uses the word and defines it nowhere; an inspection reports it. */
        noDefinition: z.optional(z.literal(true)),
      })
      .check(
        z.refine(({ name, meaning }) => name !== undefined || meaning !== undefined, {
          error: 'Write "meaning": the role has no name here.',
          path: ['meaning'],
        }),
      ),
  ),
);
export type Roles = z.infer<typeof RolesSchema>;

/** A provision of the same handbook that says so, e.g. `nerima:a6`. */
const citation = z
  .string()
  .check(z.regex(/^[a-z][A-Za-z0-9]*:\S+$/, '条は <手引>:<anchor> と書いてください（例: nerima:a6）。'));

/** A fact about a record in the words shown, e.g. `3年間`, and the provision that says so. */
const FactSchema = z.strictObject({ text, provision: citation });

/** Whom a record concerns: roles of the handbook, or somebody who has no role in it, e.g. `本人`. */
const PartySchema = z
  .strictObject({
    roles: z.optional(z.array(text).check(z.minLength(1))),
    /** Between two or more roles: 又は instead of 、. */
    either: z.optional(z.literal(true)),
    name: z.optional(text),
    provision: citation,
  })
  .check(
    z.refine(({ roles, name }) => Boolean(roles) !== Boolean(name), 'roles か name の、どちらか一つを書いてください。'),
  );
export type Party = z.infer<typeof PartySchema>;

/** In the life of the work: before or as it begins, while it goes on, as it ends, and when it is over. */
export const PhaseSchema = z.enum(['start', 'during', 'end', 'after']);
export type Phase = z.infer<typeof PhaseSchema>;

/** What has to be written, kept, handed in or asked for. Where the source is silent, a field is left out. */
export const RecordSchema = z.strictObject({
  name: text,
  kind: z.enum(['register', 'document', 'report', 'roster', 'certificate', 'request']),
  /** When in the life of the work it is needed; `during` for what may be needed at any time. */
  phase: z.union(
    [PhaseSchema, z.array(PhaseSchema).check(z.minLength(1))],
    '時期（phase）を一つか、いくつか並べて書いてください。',
  ),
  /** The provisions that require it, where others that name it only describe it; they say who and when. */
  basis: z.optional(z.array(citation).check(z.minLength(1))),
  /** The provisions by which it may be left out or another take its place. */
  except: z.optional(z.array(citation).check(z.minLength(1))),
  /** The provision that only mentions it: who makes it, and when, stands in another document. */
  elsewhere: z.optional(citation),
  /** Who makes it, where that is not the actor of its provisions: one lets another report. */
  by: z.optional(PartySchema),
  /** For whom it is made, or to whom it goes. */
  to: z.optional(PartySchema),
  approvedBy: z.optional(PartySchema),
  /** How long it is kept. */
  kept: z.optional(FactSchema),
  /** The form to use, e.g. `別添1`. */
  form: z.optional(FactSchema),
});
export type RecordEntry = z.infer<typeof RecordSchema>;

/** content/records.yaml: records and documents, by handbook. */
export const RecordsSchema = z.record(z.string(), z.record(id, RecordSchema));
export type Records = z.infer<typeof RecordsSchema>;

/** content/topics.yaml: names of the topics that run through all documents. */
export const TopicsSchema = z.record(id, text);
export type Topics = z.infer<typeof TopicsSchema>;

/** A value that may be empty: nothing is filled in yet. A number is kept as it is written. */
const value = z.pipe(
  z.union([z.string(), z.number()]),
  z.transform((given) => String(given).trim()),
);

/** A name as PDFs and prints take it: one line, no sentence, no brackets { } < >; or empty. */
const siteName = z
  .string()
  .check(
    z.regex(
      /^[^\p{C}\p{Zl}\p{Zp}。．！？!?{}<>]{0,60}$/u,
      '名前は、1 行で、60 文字までで、「。」と < > { } を入れずに書いてください。',
    ),
  );
/** One line of text, or empty. */
const siteLine = z.string().check(z.regex(/^[^\p{C}\p{Zl}\p{Zp}]{0,200}$/u, '1 行で、200 文字までで書いてください。'));

/** The company's name on the door: header, home, browser tab, prints and PDFs. Each line may be empty or left out. */
const SiteSchema = z.strictObject({
  /** Name of the site, e.g. `見本商事 規程集`; left out, the company's name and 規程集. It stands in each signed PDF too. */
  title: z.optional(siteName),
  /** Short name, for the foot of prints and a narrow screen, e.g. `見本商事`. */
  short: z.optional(siteName),
  /** One or two letters in the square of the header and the browser tab, e.g. `見`; left out, the company's first. */
  mark: z.optional(z.string().check(z.regex(/^[\p{L}\p{N}]{0,2}$/u, '1 文字か 2 文字で書いてください。'))),
  /**
   * An SVG or PNG file in the content folder that takes the mark's place, e.g. `logo.svg`: at most 50 KB and eight times
   * as wide as high. A square one stands in the browser tab too. PDFs are drawn from their own data and show the name only.
   */
  logo: z.optional(
    z
      .string()
      .check(
        z.regex(
          /^(?!\/)(?!.*(?:^|\/)\.)(?:[^\\:*?"<>|\p{C}]+\.(?:svg|png))?$/iu,
          '内容のフォルダーの中の .svg か .png のファイルを書いてください（例: logo.svg）。',
        ),
      ),
  ),
  /** Colour of links, buttons and rules, e.g. `'#0b5a8a'`; one that cannot be read on white is refused, and a near one that can is told. */
  accent: z.optional(
    z.string().check(z.regex(/^(?:#[0-9a-f]{6})?$/i, '色は引用符で囲んでください（例: accent: "#1d5c3a"）。')),
  ),
  /** To whom signed papers go where nothing else is said, e.g. `総務部 情報セキュリティ担当`: the field 提出先 begins with it. */
  addressee: z.optional(siteLine.check(z.maxLength(100))),
  /** A line at the foot of every page, e.g. `社外秘。見本商事株式会社 総務部`. */
  footer: z.optional(siteLine),
});
export type Site = z.infer<typeof SiteSchema>;

/** content/organization.yaml: what a company changes to make the site its own. Every key may be left out. */
export const OrganizationSchema = z.strictObject({
  /** Company name; empty until somebody fills it in. */
  name: z._default(z.string(), ''),
  /** Ids of the handbooks in force; left out, all that are there. What rests on another one is left out of the site. */
  handbooks: z.optional(z.array(z.string().check(z.regex(/^[a-z][a-z0-9]*$/)))),
  /** How the site calls itself and looks. */
  site: z.optional(SiteSchema),
  /** How the company calls each role of its own regulations. */
  roles: z._default(z.record(id, text), {}),
  /** Whom to ask and call; besides these two, the contacts that content/choices.yaml lists. */
  contacts: z._default(
    z.catchall(
      z.object({
        /** Where to ask about the handbooks. */
        handbook: z._default(value, ''),
        /** Whom to call when something may have happened. */
        incident: z._default(value, ''),
      }),
      value,
    ),
    { handbook: '', incident: '' },
  ),
  /** Month (1 to 12) of what comes every year, or empty. */
  months: z._default(
    z.record(
      id,
      value.check(z.regex(/^([1-9]|1[0-2])?$/, "月は 1 から 12 の数で、まだ決まっていなければ '' と書いてください。")),
    ),
    {},
  ),
  /** Date of the last revision of each chapter, as it is to be read, or empty. */
  revisions: z._default(z.record(id, value), {}),
  /** Choice id (content/choices.yaml) → option id, or `unset`. */
  choices: z._default(z.record(id, text), {}),
  /** Blank id (content/choices.yaml) → the words that belong there, or empty. */
  blanks: z._default(z.record(id, value), {}),
});
export type Organization = z.infer<typeof OrganizationSchema>;

/** content/sources/<handbook>.yaml: the document a handbook rests on, without its prose. */
export const SourceSchema = z.strictObject({
  title: text,
  /** Short name for citations, e.g. `練馬区特記事項`. */
  short: text,
  publisher: text,
  version: text,
  status: text,
  /** When one opens this handbook, for the table on the home page. */
  readWhen: text,
  /** The company's own rules, whose roles, blanks and choices it decides; a client's document is not. */
  ours: z.optional(z.literal(true)),
  /** Its provisions are the document's own words, imported from the organisation's copy, and no summary of them. */
  wording: z.optional(z.literal('original')),
  /** Prefix of its unit ids in the inventory, e.g. `nerima-`. */
  unitPrefix: text,
  units: z.array(z.strictObject({ id: text, label: text, heading: z.optional(z.literal(true)) })).check(z.minLength(1)),
  /** Units that no provision restates, each with its reason. */
  omitted: z.array(z.strictObject({ id: text, reason: text })),
});
export type Source = z.infer<typeof SourceSchema>;
