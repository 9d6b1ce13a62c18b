import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1));
/** A line of a letter; an empty one parts paragraphs. */
const line = z.string();

const letter = z.strictObject({
  /** 件名. Only {campaign}, {company} and {list} may stand in it: they are never without a value. */
  subject: text,
  /**
   * The body, a line each; `''` parts paragraphs. Where a slot such as {person} has no value its whole line is left out, so a
   * line holds what belongs together. {items} stands on a line of its own.
   */
  lines: z.array(line).check(z.minLength(1)),
});

/** content/letters.yaml: what the client writes to companies about a campaign. The slots that there are: see `letterSlots`. */
export const LettersSchema = z.strictObject({
  letters: z.strictObject({
    /** The mail that goes with the link of the invitation. */
    invitation: letter,
    /** 受領のお知らせ */
    receipt: letter,
    /** 改善のお願い: {items} are what has to be mended. */
    remedy: letter,
    /** 再提出のお願い: {reason} is one of the sentences below. */
    again: letter,
    /** 督促 */
    reminder: letter,
  }),
  /** Lines of one item in {items}; a line without a value is left out. */
  item: z.array(text).check(z.minLength(1)),
  /** What {reason} says, and what the company has to do, for each reason. */
  reasons: z.strictObject({
    /** Changed after it was signed. */
    changed: text,
    /** Cut off or damaged on the way. */
    unreadable: text,
    /** Its signature or its data are not as this site makes them. */
    unlike: text,
    unsigned: text,
    /** Its pages do not say what its data say. */
    contradicted: text,
    /** Under the same version it asks something else. */
    altered: text,
    /** Another list, or another kind of paper. */
    'other-list': text,
    /** No PDF of this site. */
    'not-ours': text,
    'no-answers': text,
    'older-version': text,
    /** Signed before the campaign began, e.g. last year's. */
    'signed-before': text,
  }),
});
export type Letters = z.infer<typeof LettersSchema>;
export type LetterKind = keyof Letters['letters'];
export type AgainReason = keyof Letters['reasons'];
