/**
 * Cuts text into what one glyph stands for: a character with the variation selectors and combining marks after it.
 * Lone marks stay alone. Every character of the text is in exactly one cluster.
 */
export function toClusters(text: string): string[] {
  return text.match(/[^\p{M}]\p{M}*|\p{M}/gsu) ?? [];
}

/** Whether a code point is a variation selector: U+FE00–FE0F, or U+E0100–E01EF for kanji (IVS). */
export function isVariationSelector(code: number): boolean {
  return (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef);
}

/** The code points of a cluster for people: `U+8FBB U+E0100`. */
export function toCodePointNames(cluster: string): string {
  return Array.from(
    cluster,
    (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  ).join(' ');
}
