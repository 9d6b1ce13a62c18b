/** One byte a character; the syntax of PDF, mail and HTTP is made of such texts. @throws RangeError for a character beyond U+00FF */
export function fromLatin1(text: string): Uint8Array<ArrayBuffer> {
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
