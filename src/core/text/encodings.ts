/** Encodings that a text file may come in, as TextDecoder calls them. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis' | 'euc-jp' | 'iso-2022-jp';

/** The text, or undefined where some byte is none of this encoding. A mark at the beginning is left out. */
export function decodeAs(encoding: TextEncoding, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Not this one: whoever asks tries another, or refuses the file.
    return undefined;
  }
}

/** The encoding that a byte order mark names. */
export function findMark(bytes: Uint8Array): TextEncoding | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** How much of a file is looked at for UTF-16, in bytes. */
const headLength = 4096;

/** UTF-16 without a mark is told by its blanks and line ends, each with a zero on the same side, and by its many zeros. */
export function findUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const head = bytes.subarray(0, headLength);
  let [little, big, zeros] = [0, 0, 0];
  for (let at = 0; at + 1 < head.length; at += 2) {
    const [low = 0, high = 0] = [head[at], head[at + 1]];
    if (low === 0 || high === 0) zeros += 1;
    if (high === 0 && isBlank(low)) little += 1;
    if (low === 0 && isBlank(high)) big += 1;
  }
  if (bytes.length % 2 === 1 || zeros < head.length / 64) return undefined;
  if (little > 0 && big === 0) return 'utf-16le';
  return big > 0 && little === 0 ? 'utf-16be' : undefined;
}

/** A line end or a blank. */
function isBlank(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x20;
}
