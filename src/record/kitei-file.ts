import type { ChecklistContents, Contents, ToolDefinition } from './contents.ts';
import type { SummaryDocument } from './v1/summary/summary-document.ts';

/**
 * `kitei.json`, attached to every PDF: the file explains itself without this site.
 *
 * Format `kitei/1` is fixed; test/fixtures/files keeps a file of it that every later version must verify.
 *
 * - The bytes are exactly `toCanonicalJson()` of this object in UTF-8 (RFC 8785), without a byte order mark or line end:
 *   each object gives one file, and no second key of a name can hide in it.
 * - Every key named here and in the types it leads to is there, and no other, save the optional ones (`?`) of a summary.
 * - At most 2 MB. Texts hold no control characters but `\n`, `\t` and `\r`, no marks that reorder text, no half surrogate pair.
 *
 * `definition` is all that was asked, with every text shown then: role names filled in, citations with their labels.
 * `answers` is all that was answered, by ids, under the id and version of `definition`.
 *
 * What the parts owe each other; a verifier computes all of it afresh:
 *
 * - `answers` are as sent: `toSent()` leaves them as they are, so that nothing signed is unseen.
 * - `summary` is `summarizeContents()`, its `number` is `documentNumberOf(answers)`.
 * - The pages show the texts of `summary` and the frame of src/pdf (page numbers, the signature panel), and nothing else.
 *
 * `answers.kind` says which tool it is: a check list or a decision. So the summaries of both and the frame may say a new thing only for a new format: `kitei/2`, with the old way kept for `kitei/1`.
 */
export type KiteiFile = Contents & FileFrame;

/** The file of a check list. */
export type ChecklistFile = ChecklistContents & FileFrame;

/** What every file has, whatever tool made it. */
export interface FileFrame {
  /** Name and version of the format. A reader refuses a later version and asks for a newer site. */
  format: 'kitei/1';
  /**
   * Name and version of what made the file, e.g. `kitei 0.1.0`: 1 to 100 printable ASCII characters, printed on page 1.
   * The same generator makes the same bytes of the same data, so that a verifier of this version can compare them all.
   */
  generator: string;
  /** All that the pages say. Redundant on purpose: readable without the code that computes it. */
  summary: SummaryDocument;
}

/** The one name an attachment may have. */
export const kiteiFileName = 'kitei.json';

/** The attachment's description, which PDF viewers list beside its name. */
export function describeAttachment({ title }: Pick<ToolDefinition, 'title'>): string {
  return `${title}の回答データ`;
}
