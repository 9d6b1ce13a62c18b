/** A character that must not be kept in a document: what is shown would not be what is stored. */
export interface ForbiddenCharacter {
  kind: 'control' | 'surrogate';
  /** As `U+202E`. */
  codePoint: string;
}

// Controls (category Cc), line and paragraph separators, and the marks that reorder text (UAX #9, 2.1–2.3 and 2.6).
const control = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const surrogate = /\p{Cs}/u;
/** Either of them: nearly every text has none, and is looked at once. */
const either = /[\p{Cc}\p{Cs}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/**
 * Finds the first control character or half a surrogate pair.
 * @param lines whether line breaks and tabs are allowed
 */
export function findForbidden(text: string, { lines }: { lines: boolean }): ForbiddenCharacter | undefined {
  if (!either.test(text)) return undefined;
  for (const character of text) {
    if (lines && (character === '\n' || character === '\t' || character === '\r')) continue;
    if (surrogate.test(character)) return { kind: 'surrogate', codePoint: toCodePoint(character) };
    if (control.test(character)) return { kind: 'control', codePoint: toCodePoint(character) };
  }
  return undefined;
}

/** Length as people count it in code points, so that 𠮷 is one. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

function toCodePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
