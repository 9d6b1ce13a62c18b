import { describe, expect, test } from 'vitest';
import { concatBytes } from '../../src/signing/bytes.ts';
import { signPdf } from '../../src/signing/sign-pdf.ts';
import { verifyPdf } from '../../src/signing/verify-pdf.ts';
import { countReasons } from './support/count-reasons.ts';
import { otherDigits } from './support/other-digits.ts';
import { createRandom } from './support/random.ts';
import { createTestKey, nodeCrypto, preparePdf } from './support/signed-file.ts';

const key = await createTestKey();
const signed = await signPdf(await preparePdf(key), key, nodeCrypto);
const seed = 20261121;

function changeByte(at: number, change: (byte: number) => number): Uint8Array {
  const bytes = signed.slice();
  bytes[at] = change(bytes[at] ?? 0);
  return bytes;
}

describe('verifyPdf', () => {
  test('refuses 2,000 random changes of one byte, each for a reason it knows', { timeout: 120_000 }, async () => {
    const random = createRandom(seed);
    const changes = Array.from({ length: 2000 }, () => [random(signed.length), 1 + random(255)] as const);
    const counts = await countReasons(
      `one byte changed (seed ${seed})`,
      (function* () {
        for (const [at, mask] of changes) yield changeByte(at, (byte) => byte ^ mask);
      })(),
    );
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(2000);
    expect(counts).not.toHaveProperty('sound');
    expect(counts).not.toHaveProperty('not-understood');
  });

  // All places are tried in test/long/mutations.test.ts; one in five falls on both digits of a byte.
  test('refuses other digits in the signature itself', { timeout: 120_000 }, async () => {
    const counts = await countReasons('digits of /Contents', otherDigits(signed, seed, 5));
    expect(counts).not.toHaveProperty('sound');
    expect(counts).not.toHaveProperty('not-understood');
  });

  test('refuses every truncation near the ends and 100 between, and whatever is appended', async () => {
    const random = createRandom(seed);
    const ends = Array.from({ length: 100 }, (_, index) => [
      index,
      signed.length - 1 - index,
      random(signed.length),
    ]).flat();
    const tails = Array.from({ length: 20 }, (_, index) => Uint8Array.from({ length: 1 + index }, () => random(256)));
    const counts = await countReasons('cut or appended', [
      ...ends.map((end) => signed.subarray(0, end)),
      ...tails.map((tail) => concatBytes(signed, tail)),
      concatBytes(signed, signed),
    ]);
    expect(counts).not.toHaveProperty('sound');
    expect(counts).not.toHaveProperty('not-understood');
  });

  test('refuses bytes inserted, removed or exchanged', async () => {
    const random = createRandom(seed);
    const counts = await countReasons(
      'inserted, removed, exchanged',
      (function* () {
        for (let index = 0; index < 100; index++) {
          const at = random(signed.length - 100);
          const [before, span, after] = [
            signed.subarray(0, at),
            signed.subarray(at, at + 20),
            signed.subarray(at + 20),
          ];
          yield concatBytes(before, Uint8Array.of(random(256)), span, after);
          yield concatBytes(before, after);
          // A run of one byte over and over, such as padding, reads the same backwards.
          if (new Set(span).size > 1 && !isPalindrome(span)) yield concatBytes(before, span.toReversed(), after);
        }
      })(),
    );
    expect(counts).not.toHaveProperty('sound');
    expect(counts).not.toHaveProperty('not-understood');
  });

  test('accepts the file itself, and says how long that takes', async () => {
    const times: number[] = [];
    for (let run = 0; run < 100; run++) {
      const begin = performance.now();
      expect((await verifyPdf(signed, nodeCrypto)).state).toBe('sound');
      times.push(performance.now() - begin);
    }
    const median = times.toSorted((a, b) => a - b)[50] ?? Number.NaN;
    console.log(`verify, median of 100: ${median.toFixed(1)} ms for ${signed.length} bytes`);
  });
});

function isPalindrome(bytes: Uint8Array): boolean {
  return bytes.toReversed().every((byte, index) => byte === bytes[index]);
}
