import * as z from 'zod/mini';
import { durationPattern } from './duration.ts';

/** How strongly a provision binds. */
export const ModalitySchema = z.enum(['must', 'must-not', 'should', 'may', 'definition', 'information']);
export type Modality = z.infer<typeof ModalitySchema>;

/** ISO 8601 duration of one unit: `PT30M`, `PT24H`, `P1D`, `P10D`, `P6M`, `P1Y`. */
const duration = z
  .string()
  .check(
    z.regex(
      durationPattern,
      '期間は PT30M（30分）、PT24H（24時間）、P1D（1日）、P6M（6か月）、P1Y（1年）のように書いてください。',
    ),
  );

/** How soon: at once, without delay, beforehand, after it is done, or within a duration. */
const within = z.optional(z.union([z.enum(['immediately', 'promptly', 'before', 'after']), duration]));

/** A later time of the same provision, e.g. the report after the work. */
const NextTimeSchema = z.strictObject({
  /** The words shown to readers, e.g. `実施の後、速やかに`. */
  text: z.string().check(z.minLength(1)),
  within,
  /** Id of the record that this time is of, where the provision asks for several. */
  of: z.optional(z.string().check(z.minLength(1))),
});

/** When a duty arises and how soon or how often it is due. At least `text`, the words as shown, is given. */
export const WhenSchema = z.strictObject({
  /** The words shown to readers, e.g. `記録媒体を持ち出すとき`. What the provision it stands `under` says is put before them. */
  text: z.string().check(z.minLength(1)),
  /** What sets the duty off, in a few words, e.g. `記録媒体の持ち出し`. */
  trigger: z.optional(z.string().check(z.minLength(1))),
  within,
  /** How often: a duration, `regularly` (定期的), or `on-change`. */
  every: z.optional(z.union([z.enum(['regularly', 'on-change']), duration])),
  /** In which month: an id of `months` in organization.yaml, e.g. `inspectionMonth`. */
  month: z.optional(z.string().check(z.minLength(1))),
  /** Id of the record that this time is of, where the provision asks for several. */
  of: z.optional(z.string().check(z.minLength(1))),
  /** What comes after it, where the provision has several times. */
  next: z.optional(z.array(NextTimeSchema).check(z.minLength(1))),
});
export type WrittenWhen = z.infer<typeof WhenSchema>;

/** One time of a provision, with the condition of what it stands under. */
export type Time = Omit<WrittenWhen, 'trigger' | 'next'>;

/** When a provision applies, as the views show it. */
export interface When {
  /** All of its times in their words, with the condition of what it stands under. */
  text: string;
  trigger?: string | undefined;
  /** In the order of the text; the last are its own, where it has any. */
  times: Time[];
}

/** An id of a register; whether it is there is looked up. */
const id = z.string().check(z.minLength(1));

/** What an author writes at `<Provision …>`. */
export const ProvisionAttributesSchema = z.strictObject({
  /** Inventory id of the first unit without the document's prefix; permanent, e.g. `a16-i2`. */
  anchor: z.string().check(z.regex(/^[a-z0-9][A-Za-z0-9.-]*$/)),
  /** Number inside its section as shown in the margin, e.g. `第2号`, `第4号ア`. */
  number: z.string(),
  /** Caption as printed, where one is printed. */
  caption: z.optional(z.string()),
  /** Id of the list in choices.yaml of whose sample's rows the caption is the name: with the company's rows there is none. */
  captionIn: z.optional(id),
  /**
   * The source units it restates, the first of them giving the anchor; at most six, and besides them one for each row of
   * its tables and each item of its lists.
   */
  units: z.array(z.string()).check(z.minLength(1)),
  /** Role ids of this handbook (content/roles.yaml). */
  actors: z.optional(z.array(id)),
  /**
   * Role ids of those whose leave, consent or approval is needed: they decide, the actors do. Any one of them suffices.
   * Left out where the source does not say whose.
   */
  approvers: z.optional(z.array(id)),
  modality: ModalitySchema,
  when: z.optional(WhenSchema),
  /**
   * Anchor of the provision (柱書) whose condition it stands under: its `when` is put before this one's, in every view.
   * An item writes its own condition only.
   */
  under: z.optional(id),
  /** Record id of this handbook (content/records.yaml), or several. */
  deliverable: z.optional(z.union([id, z.array(id).check(z.minLength(1))])),
  /** Topic ids (content/topics.yaml). */
  topics: z.optional(z.array(id)),
  /** Of an imported provision: somebody has held what was inferred of it against its words. Another wording takes it off. */
  checked: z.optional(z.literal(true)),
});
export type ProvisionAttributes = z.infer<typeof ProvisionAttributesSchema>;

/** What an author writes at `<Section …>`: an article, or a numbered heading. */
export const SectionAttributesSchema = z.strictObject({
  /** Inventory id of the heading without the document's prefix, e.g. `c16-h`. */
  anchor: z.string().check(z.regex(/^[a-z0-9][A-Za-z0-9.-]*$/)),
  /** As printed, e.g. `第16条`, `5.2`; empty where the heading has no number. */
  number: z.string(),
  caption: z.string().check(z.minLength(1)),
  /** Depth of the heading on its page. */
  level: z.optional(z.union([z.literal(2), z.literal(3), z.literal(4)])),
});
export type SectionAttributes = z.infer<typeof SectionAttributesSchema>;

/** A provision with everything around it: what views, search and `provisions.json` are built from. */
export interface Provision {
  /** `<handbook>:<anchor>` */
  id: string;
  handbook: string;
  anchor: string;
  number: string;
  caption: string | undefined;
  /** The article or numbered headings it stands under, outermost first. */
  section: { anchor: string; number: string; caption: string }[];
  units: string[];
  actors: string[];
  approvers: string[];
  modality: Modality;
  /** Its own, after the condition of what it stands under. */
  when: When | undefined;
  /** Id of the provision whose condition it stands under. */
  under: string | undefined;
  /** Records of its handbook that it asks for or describes. */
  deliverables: string[];
  topics: string[];
  /** Somebody has looked at what an import inferred of it; not in provisions.json. */
  checked?: true;
  /** Text without markup, in the company's own words; what is open stands as the sample prints it. */
  text: string;
  /** The text with `・` before the items of its lists, for views that show it; not in provisions.json. */
  marked: string;
  /** What the company has not decided yet, as paths in organization.yaml, e.g. `choices.byod`. */
  open: string[];
  /** Ids of the provisions its text refers to. */
  refersTo: string[];
  /** Path from the site's base, with the anchor, e.g. `nerima/#a16-i2`. */
  url: string;
  /** Label of its first unit in the source, e.g. `第16条第2号`. */
  label: string;
}

/** A place that refers to a provision. */
export interface CitingPlace {
  /** e.g. `練馬区特記事項 第16条第3号`, `委託先…確認リスト No. 9` */
  label: string;
  /** Path from the site's base. */
  url: string;
}
