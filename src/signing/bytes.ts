export { findBytes, fromLatin1, toLatin1 } from '../core/text/latin1.ts';

/** Joins byte arrays into a new one. */
export function concatBytes(...parts: Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Whether two byte arrays hold the same bytes. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** Order of byte arrays as DER sorts a SET OF (X.690, 11.6): byte by byte, the shorter first. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Two lower-case hexadecimal digits a byte. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Reads pairs of hexadecimal digits (as ASCII) in either case; undefined where anything else stands. */
export function parseHex(digits: Uint8Array): Uint8Array | undefined {
  const bytes = new Uint8Array(digits.length / 2);
  for (let at = 0; at < digits.length; at += 2) {
    const [high, low] = [digitValue(digits[at]), digitValue(digits[at + 1])];
    if (high === undefined || low === undefined) return undefined;
    bytes[at / 2] = 16 * high + low;
  }
  return bytes;
}

function digitValue(code = 0): number | undefined {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code & ~0x20;
  return letter >= 0x41 && letter <= 0x46 ? letter - 0x37 : undefined;
}
