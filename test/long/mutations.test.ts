import { beforeAll, describe, expect, test } from 'vitest';
import { concatBytes, equalBytes } from '../../src/signing/bytes.ts';
import { signPdf } from '../../src/signing/sign-pdf.ts';
import { verifyPdf } from '../../src/signing/verify-pdf.ts';
import { isAccepted } from '../../src/verifier/verdict.ts';
import { everydayNotes } from '../fixtures/pdf/filled-list.ts';
import { answerAll, loadContractorList } from '../fixtures/pdf/real-list.ts';
import { countReasons } from '../signing/support/count-reasons.ts';
import { otherDigits } from '../signing/support/other-digits.ts';
import { createRandom } from '../signing/support/random.ts';
import { createTestKey, nodeCrypto, preparePdf, toKiteiFile } from '../signing/support/signed-file.ts';
import { PdfParts } from '../verifier/support/edit-pdf.ts';
import { examine } from '../verifier/support/make-file.ts';

const seed = 20261122;
type Random = (limit: number) => number;
type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

/** The list of four items that the other tests use, and the site's own with 20 notes. */
let originals: Uint8Array[];

beforeAll(async () => {
  const key = await createTestKey();
  const list = await loadContractorList();
  const answers = answerAll(list, (_, index) => ({
    status: 'done',
    evidence: '点検記録簿',
    note: everydayNotes[index] ?? '',
    dueOn: '',
  }));
  const files = [toKiteiFile(), toKiteiFile(answers, list)];
  originals = await Promise.all(files.map(async (file) => signPdf(await preparePdf(key, file), key, nodeCrypto)));
});

/** One to eight bytes, near each other or anywhere, become others. */
const flip: Mutation = (bytes, random) => {
  const changed = bytes.slice();
  const near = random(2) === 0 ? random(bytes.length - 64) : undefined;
  for (let count = 1 + random(8); count > 0; count--) {
    const at = near === undefined ? random(bytes.length) : near + random(64);
    changed[at] = (changed[at] ?? 0) ^ (1 + random(255));
  }
  return changed;
};

/** The end, the beginning, or a piece of up to 2,000 bytes is missing. */
const truncate: Mutation = (bytes, random) => {
  const at = random(bytes.length);
  switch (random(3)) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      return bytes.subarray(at + 1);
    default:
      return concatBytes(bytes.subarray(0, at), bytes.subarray(at + 1 + random(2000)));
  }
};

/** Bytes of chance, blanks, or a copy of another piece of the file are put in, or added at the end. */
const insert: Mutation = (bytes, random) => {
  const at = random(10) === 0 ? bytes.length : random(bytes.length);
  const length = 1 + random(200);
  const from = random(bytes.length - length);
  const pieces = [
    () => Uint8Array.from({ length }, () => random(256)),
    () => new Uint8Array(length).fill([0x00, 0x0a, 0x20][random(3)] ?? 0),
    () => bytes.subarray(from, from + length),
  ];
  const piece = pieces[random(pieces.length)]?.() ?? new Uint8Array();
  return concatBytes(bytes.subarray(0, at), piece, bytes.subarray(at));
};

/** Two objects change places, in a file whose table fits again: well-formed, and not what was signed. */
const swapObjects: Mutation = (bytes, random) => {
  const parts = new PdfParts(bytes);
  const numbers = [...parts.objects.keys()];
  const [one = 0, other = 0] = [numbers[random(numbers.length)], numbers[random(numbers.length)]];
  const [body = '', otherBody = ''] = [parts.objects.get(one), parts.objects.get(other)];
  parts.objects.set(one, otherBody).set(other, body);
  return parts.toBytes();
};

/** Files that truly differ from the original, half of each. */
function* mutate(count: number, mutation: Mutation, random: Random): Generator<Uint8Array> {
  for (let made = 0; made < count; ) {
    const original = originals[made % originals.length] ?? new Uint8Array();
    const mutant = mutation(original, random);
    if (equalBytes(mutant, original)) continue;
    made++;
    yield mutant;
  }
}

describe('verifyPdf, on 10,000 changed files', () => {
  test.each([
    { name: 'flips', count: 4000, mutation: flip },
    { name: 'truncations', count: 2000, mutation: truncate },
    { name: 'insertions', count: 2000, mutation: insert },
    { name: 'object swaps', count: 2000, mutation: swapObjects },
  ])('refuses $count $name, each for a reason it knows', async ({ name, count, mutation }) => {
    const counts = await countReasons(`${name} (seed ${seed})`, mutate(count, mutation, createRandom(seed)));
    expect(Object.values(counts).reduce((sum, some) => sum + some)).toBe(count);
    expect(counts).not.toHaveProperty('sound');
    // A defect of our own code would be reported so.
    expect(counts).not.toHaveProperty('not-understood');
  });

  test('refuses another digit in every place of the signature itself', async () => {
    for (const [index, original] of originals.entries()) {
      const counts = await countReasons(`digits of /Contents, file ${index + 1}`, otherDigits(original, seed, 1));
      expect(Object.values(counts).reduce((sum, some) => sum + some)).toBeGreaterThan(2000);
      expect(counts).not.toHaveProperty('sound');
      expect(counts).not.toHaveProperty('not-understood');
    }
  });

  test('and accepts the originals, and an original taken apart and put together', async () => {
    for (const original of originals) {
      expect((await verifyPdf(original, nodeCrypto)).state).toBe('sound');
      expect(equalBytes(new PdfParts(original).toBytes(), original)).toBe(true);
    }
  });
});

describe('verifyFile, on 1,000 files that were changed and then signed by somebody else', () => {
  test('accepts none: each differs from what kitei makes of its data, or is refused', async () => {
    const random = createRandom(seed);
    const key = await createTestKey();
    const prepared = await preparePdf(key);
    const mutations = [flip, swapObjects, insert, truncate];
    const counts: Record<string, number> = {};
    for (let signed = 0; signed < 1000; ) {
      const mutant = mutations[random(10) < 6 ? 0 : random(4)]?.(prepared, random) ?? prepared;
      if (equalBytes(mutant, prepared)) continue;
      // What is no PDF of ours any more cannot be signed by our own code; the other 10,000 are of that kind.
      const bytes = await signPdf(mutant, key, nodeCrypto).catch(() => undefined);
      if (!bytes) continue;
      signed++;
      const verdict = await examine(bytes);
      const found = verdict.state === 'refused' ? verdict.reason : `match: ${verdict.match.kind}`;
      counts[found] = (counts[found] ?? 0) + 1;
      expect(isAccepted(verdict), `mutant ${signed}`).toBe(false);
    }
    console.table(counts);
    expect(counts).not.toHaveProperty('match: not-loaded');
  });
});
