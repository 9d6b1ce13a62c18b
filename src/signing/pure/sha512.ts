import { HashMD } from '@noble/hashes/_md.js';
import { createHasher } from '@noble/hashes/utils.js';

/*
 * SHA-384 and SHA-512 (FIPS 180-4, 6.4 and 6.5) on the frame of @noble/hashes, which has them too, but in one module with
 * SHA-256: whoever signs on plain http would fetch 2 KB for what only some certificates and key files need.
 */

const rounds = 80;
const primes = listPrimes(rounds);
/** FIPS 180-4, 4.2.3: from the cube roots of the first eighty primes; high and low halves in turn. */
const roundConstants = Int32Array.from(primes.flatMap((prime) => halvesOfRoot(prime, 3n)));
/** FIPS 180-4, 5.3.5 and 5.3.4: from the square roots of the first eight primes, and of the next eight. */
const firstStates = {
  64: Int32Array.from(primes.slice(0, 8).flatMap((prime) => halvesOfRoot(prime, 2n))),
  48: Int32Array.from(primes.slice(8, 16).flatMap((prime) => halvesOfRoot(prime, 2n))),
} as const;

/** The message schedule; cleaned after each message. */
const schedule = new Int32Array(2 * rounds);
/** The eight words a to h while they are mixed. */
const words = new Int32Array(16);

class Sha512 extends HashMD<Sha512> {
  #state: Int32Array;

  constructor(outputLength: 48 | 64) {
    super(128, outputLength, 16, false);
    this.#state = firstStates[outputLength].slice();
  }

  protected override get(): number[] {
    return [...this.#state];
  }

  protected override set(...state: number[]): void {
    this.#state = Int32Array.from(state);
  }

  protected override process(view: DataView, offset: number): void {
    fillSchedule(view, offset);
    words.set(this.#state);
    for (let round = 0; round < rounds; round++) mixRound(round);
    for (let at = 0; at < 16; at += 2) add(this.#state, at, half(words, at), half(words, at + 1));
  }

  protected override roundClean(): void {
    schedule.fill(0);
    words.fill(0);
  }

  override destroy(): void {
    this.destroyed = true;
    this.#state.fill(0);
    this.buffer.fill(0);
  }

  override _cloneInto(to = new Sha512(this.outputLen === 48 ? 48 : 64)): Sha512 {
    to.set(...this.get());
    return this._cloneIntoMeta(to);
  }
}

/** SHA-384 as @noble/hashes has its hash functions. */
export const sha384 = /* @__PURE__ */ createHasher(() => new Sha512(48));
/** SHA-512 as @noble/hashes has its hash functions. */
export const sha512 = /* @__PURE__ */ createHasher(() => new Sha512(64));

/** FIPS 180-4, 6.4.2, step 1. */
function fillSchedule(view: DataView, offset: number): void {
  for (let at = 0; at < 32; at++) schedule[at] = view.getInt32(offset + 4 * at);
  for (let at = 32; at < 2 * rounds; at += 2) {
    const high2 = half(schedule, at - 4);
    const low2 = half(schedule, at - 3);
    const high15 = half(schedule, at - 30);
    const low15 = half(schedule, at - 29);
    schedule[at] = half(schedule, at - 32);
    schedule[at + 1] = half(schedule, at - 31);
    add(schedule, at, half(schedule, at - 14), half(schedule, at - 13));
    add(schedule, at, smallSigma0(high15, low15), smallSigma0Low(high15, low15));
    add(schedule, at, smallSigma1(high2, low2), smallSigma1Low(high2, low2));
  }
}

/** FIPS 180-4, 6.4.2, step 3. Instead of moving the words on, each round names them anew. */
function mixRound(round: number): void {
  const a = place(0, round);
  const b = place(1, round);
  const c = place(2, round);
  const d = place(3, round);
  const e = place(4, round);
  const f = place(5, round);
  const g = place(6, round);
  const h = place(7, round);
  const aHigh = half(words, a);
  const aLow = half(words, a + 1);
  const eHigh = half(words, e);
  const eLow = half(words, e + 1);
  // T1 in the place of h.
  add(words, h, bigSigma1(eHigh, eLow), bigSigma1(eLow, eHigh));
  add(words, h, choose(eHigh, half(words, f), half(words, g)), choose(eLow, half(words, f + 1), half(words, g + 1)));
  add(words, h, half(roundConstants, 2 * round), half(roundConstants, 2 * round + 1));
  add(words, h, half(schedule, 2 * round), half(schedule, 2 * round + 1));
  add(words, d, half(words, h), half(words, h + 1));
  // With T2 the next a, which has the place of h.
  add(words, h, bigSigma0(aHigh, aLow), bigSigma0(aLow, aHigh));
  const high = majority(aHigh, half(words, b), half(words, c));
  add(words, h, high, majority(aLow, half(words, b + 1), half(words, c + 1)));
}

/** Where a word (a is 0, h is 7) stands in a round: its high half, the low one behind it. */
function place(word: number, round: number): number {
  return 2 * ((word + 8 * rounds - round) & 7);
}

/** Adds a number of 64 bits, in halves, to the one at a place. */
function add(words: Int32Array, at: number, high: number, low: number): void {
  const sum = (half(words, at + 1) >>> 0) + (low >>> 0);
  words[at + 1] = sum | 0;
  words[at] = (half(words, at) + high + (sum > 0xffffffff ? 1 : 0)) | 0;
}

function half(words: Int32Array, at: number): number {
  return words[at] ?? 0;
}

const choose = (x: number, y: number, z: number): number => (x & y) ^ (~x & z);
const majority = (x: number, y: number, z: number): number => (x & y) ^ (x & z) ^ (y & z);

/** One half of a rotation to the right, by less than 32: the other half with the two exchanged. */
const rotate = (one: number, other: number, by: number): number => (one >>> by) | (other << (32 - by));

// FIPS 180-4, 4.1.3. Rotating by 32 + n exchanges the halves and rotates by n.
const bigSigma0 = (one: number, other: number): number =>
  rotate(one, other, 28) ^ rotate(other, one, 2) ^ rotate(other, one, 7);
const bigSigma1 = (one: number, other: number): number =>
  rotate(one, other, 14) ^ rotate(one, other, 18) ^ rotate(other, one, 9);
const smallSigma0 = (high: number, low: number): number => rotate(high, low, 1) ^ rotate(high, low, 8) ^ (high >>> 7);
const smallSigma0Low = (high: number, low: number): number =>
  rotate(low, high, 1) ^ rotate(low, high, 8) ^ rotate(low, high, 7);
const smallSigma1 = (high: number, low: number): number => rotate(high, low, 19) ^ rotate(low, high, 29) ^ (high >>> 6);
const smallSigma1Low = (high: number, low: number): number =>
  rotate(low, high, 19) ^ rotate(high, low, 29) ^ rotate(low, high, 6);

function listPrimes(count: number): bigint[] {
  const found: bigint[] = [];
  for (let candidate = 2n; found.length < count; candidate++)
    if (found.every((prime) => candidate % prime !== 0n)) found.push(candidate);
  return found;
}

/** The first 64 bits behind the point of a root, in halves. */
function halvesOfRoot(prime: bigint, degree: bigint): [number, number] {
  let root = 0n;
  // No root is 32 or more.
  for (let bit = 1n << 68n; bit > 0n; bit >>= 1n) if ((root + bit) ** degree <= prime << (64n * degree)) root += bit;
  return [Number((root >> 32n) & 0xffffffffn) | 0, Number(root & 0xffffffffn) | 0];
}
