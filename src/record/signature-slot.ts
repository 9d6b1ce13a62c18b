/**
 * What the writer of a PDF (src/pdf) and the signer (src/signing) agree on: where the signature goes.
 *
 * The whole file is one revision with one classic cross-reference table and ends in `%%EOF\n`. The signature
 * dictionary (ISO 32000-1, 12.8.1) stands outside any object stream, holds `byteRangePlaceholder` once and, after
 * it, `/Contents <` + '0' × 2·reserve + `>`; both are overwritten in place, digits in upper case, so that nothing moves.
 */

/** Stands where the signer writes `/ByteRange [0 a b c]`, padded with blanks before `]` to this very length. */
export const byteRangePlaceholder = '/ByteRange [0 ********** ********** **********]';

/** What stands directly before the hexadecimal digits of the CMS object; the gap in the ByteRange begins at its `<`. */
export const contentsPrefix = '/Contents <';

/**
 * `/Contents <000…>` as the writer leaves it.
 * @param reserve bytes kept free for the CMS object; two digits are written for each.
 * @throws RangeError when reserve is not a positive whole number.
 */
export function contentsPlaceholder(reserve: number): string {
  if (!Number.isSafeInteger(reserve) || reserve < 1)
    throw new RangeError(`Reserve ${reserve} is not a positive whole number of bytes.`);
  return `${contentsPrefix}${'0'.repeat(2 * reserve)}>`;
}

/** What stands in that place once the file is signed: all of it is covered but the gap, which begins and ends with `<` and `>`. */
export function byteRangeText({ start, end }: { start: number; end: number }, fileLength: number): string {
  return `${`/ByteRange [0 ${start} ${end} ${fileLength - end}`.padEnd(byteRangePlaceholder.length - 1)}]`;
}
