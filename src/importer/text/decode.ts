import { ImportError } from '../model/block.ts';

/** The text of a file in UTF-8, UTF-16 or Shift_JIS, and what the encoding is called. */
export function decodeText(bytes: Uint8Array): { text: string; encoding: string } {
  for (const encoding of encodingsFor(bytes)) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
    } catch {
      // Not this one: the next is tried, and after the last the file is refused.
    }
  }
  throw new ImportError('文字コードが読み取れません。「UTF-8」で保存し直してから、もう一度取り込んでください。');
}

function encodingsFor(bytes: Uint8Array): string[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le'];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be'];
  const utf16 = unmarkedUtf16(bytes);
  // In Latin letters every other byte is zero; with Japanese ones it is no sound UTF-8.
  const zeros = bytes.subarray(0, 4096).filter((byte) => byte === 0).length;
  const latin = zeros > Math.min(bytes.length, 4096) * 0.3;
  return latin ? [...utf16, 'utf-8', 'shift_jis'] : ['utf-8', ...utf16, 'shift_jis', 'euc-jp'];
}

/** UTF-16 without a mark is told by its blanks and line ends, each with a zero on the same side, and by its many zeros. */
function unmarkedUtf16(bytes: Uint8Array): string[] {
  const head = bytes.subarray(0, 4096);
  let [little, big, zeros] = [0, 0, 0];
  for (let at = 0; at + 1 < head.length; at += 2) {
    const [low = 0, high = 0] = [head[at], head[at + 1]];
    if (low === 0 || high === 0) zeros += 1;
    if (high === 0 && /[\n\r ]/u.test(String.fromCharCode(low))) little += 1;
    if (low === 0 && /[\n\r ]/u.test(String.fromCharCode(high))) big += 1;
  }
  if (bytes.length % 2 === 1 || zeros < head.length / 64) return [];
  if (little > 0 && big === 0) return ['utf-16le'];
  return big > 0 && little === 0 ? ['utf-16be'] : [];
}
