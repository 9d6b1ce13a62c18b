import { toCanonicalJson } from '../core/text/canonical-json.ts';

/**
 * 文書番号: the start of the hash of the answers as sent, so that the same answers always have the same number.
 * @param sha256 bytes in, 32 bytes out
 * @returns 12 upper-case hexadecimal digits as `XXXX-XXXX-XXXX`
 */
export function documentNumberOf(answers: object, sha256: (bytes: Uint8Array) => Uint8Array): string {
  const digest = sha256(new TextEncoder().encode(toCanonicalJson(answers)));
  const digits = Array.from(digest.subarray(0, 6), (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
  return [digits.slice(0, 4), digits.slice(4, 8), digits.slice(8)].join('-');
}
