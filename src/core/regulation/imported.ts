import * as z from 'zod/mini';
import { ProvisionAttributesSchema } from './provision.ts';

/*
 * What an import leaves behind beside the handbook, so that the next one knows what was the document's, what was
 * inferred, and what a person has put right.
 */

const text = z.string().check(z.minLength(1));

/** Fields that an import infers, as it wrote them at `<Provision>`. */
const InferredSchema = z.partial(
  z.pick(ProvisionAttributesSchema, {
    actors: true,
    approvers: true,
    modality: true,
    when: true,
    deliverable: true,
    topics: true,
  }),
);

/** One place of the document at the last import. */
const ImportedPlaceSchema = z.strictObject({
  anchor: text,
  label: text,
  /** Its own words, the caption among them, each paragraph a line; the number left out. */
  text: z.string(),
  /** A heading: nothing is inferred. */
  heading: z.optional(z.literal(true)),
  /** What was inferred then. Where the page says otherwise now, a person has put it there, and it stays. */
  inferred: z.optional(InferredSchema),
  /** Anchors that its text was found to refer to then, in order. Where they are others now, the page's text is written anew. */
  references: z.optional(z.array(text)),
  /** Names of the fields among them that are guesses to be looked at. */
  guessed: z.optional(z.array(text)),
  /** Names of those that are guesses as well, but say what stands above them already, or what the place is about. */
  hints: z.optional(z.array(text)),
});
export type ImportedPlace = z.infer<typeof ImportedPlaceSchema>;

/** Something to look at, as the import said it. */
const NoteSchema = z.strictObject({ kind: text, place: text, message: text });

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const WrittenSchema = z.union([sha256, z.literal('changed')]);

/** content/imports/<handbook>.yaml: written by `npm run import`, read by the next one and by the review page. */
export const ImportRecordSchema = z.strictObject({
  format: z.literal('kitei-import/1'),
  /** Name of the file it was read from, without its folder. */
  file: text,
  /** SHA-256 of that file. */
  sha256,
  /**
   * What the import left in the handbook's files, by path in the content folder: SHA-256 of the text, or `changed` where
   * people had changed it before, and what they wrote is in it still.
   */
  written: z.optional(z.record(text, WrittenSchema)),
  /** Which edition of the document it is, as the person who imported it called it. */
  version: text,
  /** Anchors that stood in an earlier edition and no longer do: never used again. */
  retired: z.array(text),
  places: z.array(ImportedPlaceSchema),
  notes: z.array(NoteSchema),
});
export type ImportRecord = z.infer<typeof ImportRecordSchema>;

const SideSchema = z.strictObject({ label: text, text: z.string() });

/** One row of a 新旧対照表. A place that only got another number is `renumbered`; reworded ones may be renumbered too. */
export const ChangeSchema = z.strictObject({
  anchor: text,
  kind: z.enum(['added', 'removed', 'reworded', 'renumbered']),
  /** Left out where it was added. */
  old: z.optional(SideSchema),
  /** Left out where it was removed. */
  new: z.optional(SideSchema),
});
export type Change = z.infer<typeof ChangeSchema>;

/** content/amendments/<handbook>.yaml: what each import changed, the latest first. */
export const AmendmentsSchema = z.array(
  z.strictObject({
    from: text,
    to: text,
    /** Day of the import, `YYYY-MM-DD`. */
    on: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
    changes: z.array(ChangeSchema),
  }),
);
export type Amendments = z.infer<typeof AmendmentsSchema>;

/** content/originals/<handbook>.yaml: official wording beside a restated handbook, from the organisation's own copy. */
export const OriginalsSchema = z.strictObject({
  format: z.literal('kitei-original/1'),
  /** Whose copy it is and which edition, as shown beside it. */
  copy: text,
  file: text,
  sha256,
  /** Unit of the source → its words, each paragraph a line. */
  units: z.record(z.string(), z.string()),
});
export type Originals = z.infer<typeof OriginalsSchema>;
