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
  const head = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  // Without a mark: UTF-16 has a zero beside every ASCII letter and line end.
  if (odd > head.length / 64 && even === 0) return ['utf-16le', 'utf-8'];
  if (even > head.length / 64 && odd === 0) return ['utf-16be', 'utf-8'];
  return ['utf-8', 'shift_jis', 'euc-jp'];
}
