import { toCanonicalJson } from '../core/text/canonical-json.ts';
import type { Contents, ToolDefinition } from './contents.ts';
import type { Worded } from './v1/company/words.ts';
import type { SummaryDocument } from './v1/summary/summary-document.ts';

/**
 * What a signed file says, as `kitei.json` holds it and as a reader has it.
 *
 * `kitei.json` is attached to every PDF; a file explains itself without this site. Its keys are `format`, `generator`,
 * `definition`, `words`, `answers` and `summary`, and no other, save the optional ones (`?`) of the types they lead to:
 *
 * - The bytes are exactly `toCanonicalJson()` of the object in UTF-8 (RFC 8785), without a byte order mark or line end:
 *   each object gives one file, and no second key of a name can hide in it. At most 2 MB. Texts hold no control
 *   characters but `\n`, `\t` and `\r`, no marks that reorder text, no half surrogate pair.
 * - `definition` is all that was asked, with `{{role:…}}` where the company's words belong; `words` are these, and the
 *   name of the site that asked, where it has one.
 * - `answers` is all that was answered, by ids, as sent: `toSent()` leaves them as they are, so that nothing signed is unseen.
 * - `summary` is what the tool makes of these in this version, its `number` is `documentNumberOf(answers)`. Redundant on
 *   purpose: readable without the code that computes it.
 * - The PDF around it is what this version renders from all this, byte for byte; see src/verifier.
 */
export type KiteiFile = Contents & {
  /** Name and version of the format. A reader refuses a later version and asks for a newer site. */
  format: string;
  /** Name and version of what made the file, e.g. `kitei 0.2.0`, printed on page 1. */
  generator: string;
  /** What was asked before the company's words were in it, and the words; `definition` has them in it. */
  asked: Worded<ToolDefinition>;
  summary: SummaryDocument;
};

/** `kitei.json` of a file. */
export function toKiteiJson({ format, generator, asked, answers, summary }: KiteiFile): string {
  const { template, words } = asked;
  return toCanonicalJson({ format, generator, definition: template, words, answers, summary });
}

/** The one name an attachment may have. */
export const kiteiFileName = 'kitei.json';

/** The attachment's description, which PDF viewers list beside its name. */
export function describeAttachment({ title }: Pick<ToolDefinition, 'title'>): string {
  return `${title}の回答データ`;
}
