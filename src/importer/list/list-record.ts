import * as z from 'zod/mini';
import { CheckItemFileSchema } from '../../core/checklist/file-schema.ts';
import { stateNames } from './kind-names.ts';

const text = z.string().check(z.minLength(1));

/** What an import found out beside the words of a question: a person may put it right, and it stays so. */
const FoundSchema = z.partial(z.pick(CheckItemFileSchema, { answer: true, guidance: true, evidence: true }));
export type Found = z.infer<typeof FoundSchema>;

/** content/imports/lists/<id>.yaml: written by `npm run import-list`, read by the next one. */
export const ListRecordSchema = z.strictObject({
  format: z.literal('kitei-list-import/1'),
  /** Name of the file it was read from, without its folder. */
  file: text,
  /** SHA-256 of that file. */
  sha256: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
  sheet: z.string(),
  /** What the import left in the list's file: SHA-256 of the text, or `changed` where it holds what people had put in. */
  written: z.optional(z.record(text, text)),
  /** The sheet's own marks and the states that they were taken for, e.g. `△: 一部実施・予定`. */
  marks: z.optional(z.record(z.string(), z.enum(Object.values(stateNames)))),
  /** By id of the item. What the list says otherwise now, a person has put there. */
  items: z.record(z.string(), FoundSchema),
});
export type ListRecord = z.infer<typeof ListRecordSchema>;
