/**
 * Characters that show nothing yet can change what is seen: controls but tab and line feed, line and paragraph
 * separators, bidirectional controls (UAX #9, 2), soft hyphens, fillers and zero-width spaces, lone surrogates.
 * Variation selectors and the joiners U+200C and U+200D stay: names and scripts need them.
 */
const hidden =
  /(?!\t|\n|\u200C|\u200D|\p{Variation_Selector})[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * Text from a file, safe to put before a reader: each hidden character is written out, as `[U+202E]`, so that it
 * can neither vanish nor turn the text around.
 */
export function toVisibleText(text: string): string {
  return text.replace(hidden, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `[U+${code}]`;
  });
}

/**
 * Visible text of at most `limit` code points, for what ought to be short: names. A cut is marked by `…`, runs of
 * blanks and line breaks become one blank.
 */
export function toShortText(text: string, limit: number): string {
  // In UTF-16 units `limit` code points take at most twice as many: a name of megabytes is not spread into an array.
  const points = [...text.slice(0, 2 * limit + 1).replace(/\s+/g, ' ')];
  const isCut = points.length > limit || text.length > 2 * limit + 1;
  return toVisibleText(isCut ? `${points.slice(0, limit).join('')}…` : points.join(''));
}
