import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1));
const id = z
  .string()
  .check(z.regex(/^[a-z][A-Za-z0-9]*$/, 'id は、英小文字で始まる英数字で書いてください（例: personalInformation）。'));

/** content/glossary.yaml: the terms that each document defines, by handbook. One word may be defined differently. */
export const GlossarySchema = z.record(
  z.string(),
  z.record(
    id,
    z.strictObject({
      /** The word as the document writes it; a role's name as `{{role:employee}}`. */
      term: text,
      /** Anchor of the provision that defines it, e.g. `a2-1`. */
      provision: text,
      /** The definition in one or two short sentences of our own. */
      definition: text,
      /** What it is a word for, e.g. `業務に就く人`: terms of one subject stand side by side, whatever each document calls it. */
      subject: z.optional(text),
      /** Chapters (file names without ending) where the definition holds; left out: the whole document. */
      within: z.optional(z.array(z.string()).check(z.minLength(1))),
    }),
  ),
);
export type Glossary = z.infer<typeof GlossarySchema>;

/** A defined term of a document, with the place that defines it. */
export interface Term {
  /** Unique on the site, e.g. `nerima-importantInformation`. */
  id: string;
  handbook: string;
  term: string;
  definition: string;
  subject: string | undefined;
  within: string[] | undefined;
  /** The defining provision: its id, label (`第2条第2項`) and path from the site's base. */
  provision: string;
  label: string;
  url: string;
}

/** A stretch of text, with the id of the term it is. */
export interface Stretch {
  text: string;
  term?: string;
}

/** Letters that make a word a part of a longer one: 「情報」 in 「個人情報」 is another word. */
const joins = /[\p{Script=Han}\p{Script=Katakana}ー々\p{Script=Latin}\p{N}]/u;
/** What may stand around a term without making it another word. */
const before = /(当該|各|全|同|本人の)$/u;
const after = /^(等|内|外|中|上|用|以外|自身|全員|間)(?![\p{Script=Han}])/u;

/**
 * Splits a text at its defined terms: the longest word wins, and a term inside a longer word is none.
 * @param terms ids by word; @param used ids that are marked already: each is marked once, the new ones are added
 */
export function splitAtTerms(text: string, terms: ReadonlyMap<string, string>, used: Set<string>): Stretch[] {
  const words = [...terms.keys()].sort((a, b) => b.length - a.length);
  const stretches: Stretch[] = [];
  let end = 0;
  for (let at = 0; at < text.length; ) {
    const word = words.find((candidate) => text.startsWith(candidate, at) && isWhole(text, at, candidate.length));
    const id = word && terms.get(word);
    if (word && id && !used.has(id)) {
      used.add(id);
      if (at > end) stretches.push({ text: text.slice(end, at) });
      stretches.push({ text: word, term: id });
      end = at + word.length;
    }
    at += word?.length ?? 1;
  }
  if (end < text.length) stretches.push({ text: text.slice(end) });
  return stretches;
}

function isWhole(text: string, at: number, length: number): boolean {
  const head = text.slice(0, at);
  const tail = text.slice(at + length);
  return (!joins.test(head.slice(-1)) || before.test(head)) && (!joins.test(tail.slice(0, 1)) || after.test(tail));
}
