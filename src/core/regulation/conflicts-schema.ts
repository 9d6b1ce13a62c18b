import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1));
const id = z
  .string()
  .check(
    z.regex(/^[a-z][A-Za-z0-9]*$/, 'id は、英小文字で始まる英数字で書いてください（例: mailPersonalInformation）。'),
  );

/**
 * content/conflicts.yaml: where documents contradict one another or differ. What each document asks is a judgement, so it
 * is written down; which of them contradict, and which asks for most, follows from it for the documents that a reader
 * chose. So no sentence speaks of a document that may not be among them.
 */
export const ConflictsSchema = z.record(
  id,
  z.strictObject({
    /** What it is about, as a question where it can be one: `個人情報をメールで送ってよいか`. */
    title: text,
    /** Only the words differ. Left out, `stance` decides between a contradiction and a difference. */
    kind: z.optional(z.literal('words')),
    /** Topic ids (content/topics.yaml), the one it belongs to first. */
    topics: z.array(text).check(z.minLength(1)),
    /** By handbook; `none` where it says nothing, left out where nobody has compared it. */
    positions: z.record(
      z.string(),
      z.union(
        [
          z.literal('none'),
          z.strictObject({
            /** What it says, in a short sentence of our own, which names no other document. Conditions stand beside it by themselves. */
            says: text,
            /** Provisions of this handbook that say so, the one that decides first: where the document is the strictest, it is marked. */
            citations: z.array(text).check(z.minLength(1)),
            /** It forbids what is asked about, or allows or demands it. Where one forbids what another allows, they contradict. */
            stance: z.optional(z.enum(['forbids', 'allows'])),
            /** How much it asks for: more is stricter, the same number where neither asks for more. Left out where it cannot be put in order. */
            rank: z.optional(z.int().check(z.positive())),
            /** What follows for whoever works under it, whatever else was chosen; names no other document. */
            why: z.optional(text),
          }),
        ],
        '{ says: …, citations: [ … ] } か、none と書いてください。',
      ),
    ),
    /** What holds whichever documents were chosen; names none of them. */
    why: z.optional(text),
    /** What follows where all of these documents were chosen; names no other. */
    together: z.optional(
      z.array(z.strictObject({ documents: z.array(z.string()).check(z.minLength(2)), text })).check(z.minLength(1)),
    ),
    certainty: z.enum(['確実', '推定', '要確認']),
    /** YYYY-MM-DD, the day it was looked into. */
    date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, "日付は '2026-11-29' のように書いてください。")),
  }),
);
export type ConflictEntry = z.infer<typeof ConflictsSchema>[string];
