import { toUtf16 } from '../asn1/der-writer.ts';
import { concatBytes } from '../bytes.ts';

/** A password as the two ways of deriving keys want it. */
export interface EncodedPassword {
  /** For PKCS#12's own derivation: UTF-16, high byte first, with a zero character at its end (RFC 7292, B.1). */
  utf16: Uint8Array;
  /** For PBES2 and PBMAC1 (RFC 8018, 3; RFC 9579, 4). */
  utf8: Uint8Array;
  /**
   * The low byte of each character, ISO 8859-1 where that has it: BouncyCastle encrypts keys so, under a MAC made with
   * `utf16`. Left out where it is the same as `utf8`.
   */
  lowBytes?: Uint8Array;
}

/**
 * A password in the forms that a key file may have been made with, the likeliest first. It is taken as it was typed: no
 * standard for these files normalizes it, and nobody is known to.
 */
export function encodePassword(password: string): [EncodedPassword, ...EncodedPassword[]] {
  const utf8 = new TextEncoder().encode(password);
  const plain: EncodedPassword = { utf16: terminate(toUtf16(password)), utf8 };
  // "No password" and "the empty password" are two things in PKCS#12, and one in every dialog.
  if (password === '') return [plain, { utf16: new Uint8Array(), utf8 }];
  if (utf8.length === password.length) return [plain];
  plain.lowBytes = Uint8Array.from(password.split(''), (unit) => unit.charCodeAt(0) & 0xff);
  // OpenSSL before 1.1.0 took each byte for a character of its own: passphrase-encoding(7).
  const bytewise = Uint8Array.from({ length: 2 * utf8.length }, (_, at) => (at % 2 === 0 ? 0 : (utf8[at >> 1] ?? 0)));
  return [plain, { utf16: terminate(bytewise), utf8 }];
}

function terminate(utf16: Uint8Array): Uint8Array {
  return concatBytes(utf16, new Uint8Array(2));
}
