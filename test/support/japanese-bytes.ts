import { decodeAs } from '../../src/core/text/encodings.ts';

/** Letters of an encoding and their bytes, found by decoding all that there are: no encoder is at hand. */
function toEncoder(encoding: 'shift_jis' | 'euc-jp'): (text: string) => Uint8Array<ArrayBuffer> {
  const codes = new Map<string, number[]>();
  const put = (...bytes: number[]) => {
    const letter = decodeAs(encoding, Uint8Array.from(bytes));
    if (letter !== undefined && !codes.has(letter)) codes.set(letter, bytes);
  };
  for (let first = 0; first < 0x100; first++) put(first);
  for (let first = 0x81; first < 0x100; first++) for (let second = 0x40; second < 0x100; second++) put(first, second);
  return (text) =>
    Uint8Array.from(
      [...text].flatMap((letter) => {
        const bytes = codes.get(letter);
        if (!bytes) throw new Error(`${encoding} has no ${letter}.`);
        return bytes;
      }),
    );
}

export const toShiftJis = toEncoder('shift_jis');
export const toEucJp = toEncoder('euc-jp');

/** ESC $ B, seven bits, ESC ( B around each run that is not ASCII. */
export function toIso2022Jp(text: string): Uint8Array<ArrayBuffer> {
  const runs = text.split(/([^\0-\x7f]+)/u);
  return Uint8Array.from(
    runs.flatMap((run, index) => {
      if (index % 2 === 0) return [...new TextEncoder().encode(run)];
      return [0x1b, 0x24, 0x42, ...[...toEucJp(run)].map((byte) => byte & 0x7f), 0x1b, 0x28, 0x42];
    }),
  );
}
