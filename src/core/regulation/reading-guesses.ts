import { fieldStateWords } from './certainty.ts';
import type { ReviewedField } from './field-names.ts';
import { guessesOf } from './import-review.ts';
import type { Handbook, HandbookPageEntry, Library } from './library.ts';
import type { Provision } from './provision.ts';

/** What readers see of a provision: its strength stands in its words, what it is about nowhere. */
const shown: ReadonlySet<ReviewedField> = new Set(['actors', 'approvers', 'when', 'deliverable']);

/** Facts of a provision to be marked as guesses for whoever reads it; none of one that was not imported. */
export function listGuessedFacts(
  library: Library,
  handbook: Handbook | undefined,
  provision: Provision,
): ReadonlySet<ReviewedField> {
  return new Set(handbook && [...guessesOf(library, handbook, provision)].filter((field) => shown.has(field)));
}

/** Says once what the mark means, where one of the pages bears it; empty otherwise. */
export function guessNotice(library: Library, handbook: Handbook, pages: readonly HandbookPageEntry[]): string {
  if (!handbook.imported) return '';
  const hasGuess = pages.some(({ provisions }) =>
    provisions.some((provision) => listGuessedFacts(library, handbook, provision).size > 0),
  );
  if (!hasGuess) return '';
  return `「${fieldStateWords.guess}」の印は、文書を取り込んだときに機械が文から推し量り、まだ人が確かめていない所です。本文によってください。`;
}
