import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1));
const id = z
  .string()
  .check(z.regex(/^[a-z][A-Za-z0-9]*$/, 'An id is camelCase English, e.g. mailPersonalInformation.'));

/** content/conflicts.yaml: where documents contradict one another or differ. These are judgements, so they are written down. */
export const ConflictsSchema = z.record(
  id,
  z.strictObject({
    /** What it is about, as a question where it can be one: `個人情報をメールで送ってよいか`. */
    title: text,
    /** One forbids what another allows or asks for; they ask for more or less; or only their words differ. */
    kind: z.enum(['contradiction', 'difference', 'words']),
    /** Topic ids (content/topics.yaml), the one it belongs to first. */
    topics: z.array(text).check(z.minLength(1)),
    /** By handbook; `none` where it says nothing, left out where nobody has compared it. */
    positions: z.record(
      z.string(),
      z.union(
        [
          z.literal('none'),
          z.strictObject({
            /** What it says, in a short sentence of our own. */
            says: text,
            /** Provisions of this handbook that say so, the one that decides first: where the document is the strictest, it is marked. */
            citations: z.array(text).check(z.minLength(1)),
          }),
        ],
        'Write { says: …, citations: [ … ] }, or none.',
      ),
    ),
    /** The handbooks that ask for most, or `none` where they cannot be put in order. */
    stricter: z.union(
      [z.literal('none'), z.array(z.string()).check(z.minLength(1))],
      'Write a list of handbooks, or none.',
    ),
    /** Why, and how one does right by all of them. */
    why: text,
    certainty: z.enum(['確実', '推定', '要確認']),
    /** YYYY-MM-DD, the day it was looked into. */
    date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, "Write a date as '2026-11-29'.")),
  }),
);
export type ConflictEntry = z.infer<typeof ConflictsSchema>[string];
