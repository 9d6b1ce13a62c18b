import type { ListManner } from './list-words.ts';

/**
 * A part of a text that the company's own words complete: plain text, a role's name, a blank, or a choice with the
 * parts of each option. `block` options are paragraphs or lists, others stand inside a sentence.
 */
export type Piece =
  | string
  | { role: string }
  | { blank: string }
  | { choice: string; options?: Record<string, Piece[]>; block?: true }
  | ListPiece;

/** What a text without markup may hold. */
export type TextPiece = Exclude<Piece, ListPiece>;

/** What stands in a page while a list has the rows of the sample, and how those of the company take its place. */
export interface ListPiece extends ListManner {
  /** Its id; of what nothing takes the place of, ids apart by spaces: it stands while any of them has the sample's rows. */
  list: string;
  sample: Piece[];
}

const placeholder = /\{\{(role|blank|choice):([^}]*)\}\}/g;

/** Splits a text at its `{{role:…}}`, `{{blank:…}}` and `{{choice:…}}`. */
export function toPieces(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const { 0: all, 1: kind, 2: id = '', index } of text.matchAll(placeholder)) {
    if (index > end) pieces.push(text.slice(end, index));
    pieces.push(kind === 'role' ? { role: id } : kind === 'blank' ? { blank: id } : { choice: id });
    end = index + all.length;
  }
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}
