/**
 * Folds spelling that carries no meaning: width and compatibility forms (NFKC), and all white space.
 * For comparing and hashing texts of the site; never for what a person typed, because NFKC changes characters of names.
 * @see Unicode Standard Annex #15
 */
export function foldText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '');
}
