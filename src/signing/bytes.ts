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

/** One byte a character; PDF syntax is made of such texts (ISO 32000-1, 7.2). */
export function fromLatin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => {
    const code = character.charCodeAt(0);
    if (code > 0xff) throw new RangeError(`Character U+${code.toString(16)} is no single byte.`);
    return code;
  });
}

/** One character a byte, for the span `start` to `until`. */
export function toLatin1(bytes: Uint8Array, start = 0, until = bytes.length): string {
  const end = Math.min(until, bytes.length);
  let text = '';
  // A PDF is read in words of a few bytes, thousands of them: a call for each piece would be most of the work.
  if (end - start < 64) {
    for (let at = start; at < end; at += 1) text += String.fromCharCode(bytes[at] ?? 0);
    return text;
  }
  // In pieces: an argument list has a limit.
  for (let at = start; at < end; at += 0x2000)
    text += Reflect.apply(String.fromCharCode, undefined, bytes.subarray(at, Math.min(at + 0x2000, end)));
  return text;
}

/** Where `part` begins at or after `from` and ends at or before `end`, or -1. */
export function findBytes(bytes: Uint8Array, part: Uint8Array, from = 0, end = bytes.length): number {
  const first = part[0];
  if (first === undefined) return from;
  for (let at = bytes.indexOf(first, from); at >= 0 && at + part.length <= end; at = bytes.indexOf(first, at + 1)) {
    if (part.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}
