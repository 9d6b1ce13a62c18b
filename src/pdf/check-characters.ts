import { findForbidden, forbiddenMessage } from '../core/text/characters.ts';
import type { SummaryDocument } from '../record/v1/summary/summary-document.ts';
import { toCodePointNames } from './font/clusters.ts';
import { toPrintable } from './printable.ts';
import { listContextTexts, listSummaryTexts, type PrintedContext } from './printed-texts.ts';

/** A character that cannot be printed as typed. */
export interface CharacterProblem {
  /** `variation`: the character itself can be printed, this form of it cannot; see PdfContext.substituteVariations. */
  kind: 'missing' | 'variation';
  character: string;
  /** e.g. `U+9089 U+E0102` */
  codePoints: string;
  /** Where it stands, in Japanese: the label of a field, or table, row and column. */
  place: string;
  /** A Japanese sentence that says what to do. */
  message: string;
}

/**
 * Every character of a document that the font lacks, with its place, in order of the pages.
 * @param context the font must have been given `toTextToPrint()` by ensure().
 * @returns with substituteVariations, only those that have no base character either.
 */
export function checkCharacters(summary: SummaryDocument, context: PrintedContext): CharacterProblem[] {
  const problems: CharacterProblem[] = [];
  for (const { text, place } of [...listSummaryTexts(summary), ...listContextTexts(context)]) {
    for (const { character, kind } of context.font.findMissing(toPrintable(text).replaceAll('\n', ''))) {
      if (kind === 'variation' && context.substituteVariations) continue;
      const codePoints = toCodePointNames(character);
      problems.push({ kind, character, codePoints, place, message: toMessage(kind, character, codePoints, place) });
    }
  }
  return problems;
}

/** Thrown when a PDF would show a character wrongly; nothing has been made. */
export class MissingCharacterError extends Error {
  override name = 'MissingCharacterError';
  readonly problems: readonly CharacterProblem[];

  constructor(problems: readonly CharacterProblem[]) {
    super(`The font lacks ${problems.map(({ codePoints, place }) => `${codePoints} (${place})`).join(', ')}.`);
    this.problems = problems;
  }
}

function toMessage(kind: CharacterProblem['kind'], character: string, codePoints: string, place: string): string {
  if (kind === 'variation') {
    return `${place}にある「${character}」（${codePoints}）の字形は印刷できません。基本の字形で印刷するか、別の文字に直してください。`;
  }
  const forbidden = findForbidden(character, { lines: true });
  if (forbidden) return forbiddenMessage(place, forbidden);
  return `${place}にある「${character}」（${codePoints}）は印刷できません。別の文字に直してください。`;
}
