import { createRandom } from './random.ts';

/**
 * A signed file with another digit in one place of /Contents: in places of the CMS object (about 1,000 bytes), and in
 * every 64th of the padding.
 * @param step 1: in every place of the object; else in each so-manieth
 */
export function* otherDigits(signed: Uint8Array, seed: number, step: number): Generator<Uint8Array> {
  const start = Buffer.from(signed).indexOf('/Contents <') + '/Contents <'.length;
  const end = signed.indexOf(0x3e, start);
  const random = createRandom(seed);
  for (let at = start; at < end; at += at < start + 2100 ? step : 64) {
    const bytes = signed.slice();
    bytes[at] = otherDigit(bytes[at] ?? 0, random);
    yield bytes;
  }
}

/** Another of the upper-case digits: a change that is still well-formed. */
function otherDigit(digit: number, random: (limit: number) => number): number {
  const digits = '0123456789ABCDEF';
  const at = digits.indexOf(String.fromCharCode(digit));
  return digits.charCodeAt((at + 1 + random(15)) % 16);
}
