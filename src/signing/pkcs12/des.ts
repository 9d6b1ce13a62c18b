/*
 * Triple DES, decryption only (FIPS 46-3; NIST SP 800-67): what key files of the last decades are encrypted with.
 * Bits are numbered from 1 at the left, as the standard does, and stand in arrays of 0 and 1 where speed does not matter.
 */

const pc1 = [
  57, 49, 41, 33, 25, 17, 9, 1, 58, 50, 42, 34, 26, 18, 10, 2, 59, 51, 43, 35, 27, 19, 11, 3, 60, 52, 44, 36, 63, 55,
  47, 39, 31, 23, 15, 7, 62, 54, 46, 38, 30, 22, 14, 6, 61, 53, 45, 37, 29, 21, 13, 5, 28, 20, 12, 4,
];
const pc2 = [
  14, 17, 11, 24, 1, 5, 3, 28, 15, 6, 21, 10, 23, 19, 12, 4, 26, 8, 16, 7, 27, 20, 13, 2, 41, 52, 31, 37, 47, 55, 30,
  40, 51, 45, 33, 48, 44, 49, 39, 56, 34, 53, 46, 42, 50, 36, 29, 32,
];
const p = [
  16, 7, 20, 21, 29, 12, 28, 17, 1, 15, 23, 26, 5, 18, 31, 10, 2, 8, 24, 14, 32, 27, 3, 9, 19, 13, 30, 6, 22, 11, 4, 25,
];
/** Places by which both halves of the key turn to the left before each round. */
const turns = [1, 1, 2, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2, 2, 1];
/** S1 to S8, row after row, one hexadecimal digit a value. */
const boxes = [
  'e4d12fb83a6c59070f74e2d1a6cb953841e8d62bfc973a50fc8249175b3ea06d',
  'f18e6b34972dc05a3d47f28ec01a69b50e7ba4d158c6932fd8a13f42b67c05e9',
  'a09e63f51dc7b428d709346a285ecbf1d6498f30b12c5ae71ad069874fe3b52c',
  '7de3069a1285bc4fd8b56f03472c1ae9a690cb7df13e52843f06a1d8945bc72e',
  '2c417ab6853fd0e9eb2c47d150fa3986421bad78f9c5630eb8c71e2d6f09a453',
  'c1af92680d34e75baf427c9561de0b389ef528c3704a1db6432c95fabe17608d',
  '4b2ef08d3c975a61d0b7491ae35c2f8614bdc37eaf6805926bd814a7950fe23c',
  'd2846fb1a93e50c71fd8a374c56b0e927b419ce206adf35821e74a8dfc90356b',
];

/** What each S-box gives for its six bits, already moved to the places that P names. */
const mixed = boxes.map((box, index) =>
  Int32Array.from({ length: 64 }, (_, bits) => moveByP(lookUp(box, bits), index)),
);

/** The initial permutation: where each bit comes from. */
const initial = Array.from({ length: 64 }, (_, at) => {
  const row = at >> 3;
  return (row < 4 ? 58 + 2 * row : 57 + 2 * (row - 4)) - 8 * (at & 7);
});
/** Its inverse. */
const final = Array.from({ length: 64 }, (_, at) => initial.indexOf(at + 1) + 1);

/**
 * Prepares a key for decryption.
 * @param key 24 bytes, or 16, of which the first 8 come a third time
 * @returns deciphers one block of 8 bytes in place
 * @throws RangeError when the key has another length
 */
export function tripleDes(key: Uint8Array): (block: Uint8Array) => void {
  if (key.length !== 24 && key.length !== 16) throw new RangeError(`Triple DES has no key of ${key.length} bytes.`);
  const [first, second] = [scheduleKey(key.subarray(0, 8)), scheduleKey(key.subarray(8, 16))];
  const third = key.length === 24 ? scheduleKey(key.subarray(16)) : first;
  const order = [third.toReversed(), second, first.toReversed()];
  return (block) => {
    let bits = permute(toBits(block), initial);
    // The final permutation of one pass and the initial one of the next undo each other.
    for (const rounds of order) bits = runRounds(bits, rounds);
    block.set(fromBits(permute(bits, final)));
  };
}

/** Sixteen round keys of eight six-bit numbers. */
function scheduleKey(key: Uint8Array): number[][] {
  const chosen = permute(toBits(key), pc1);
  let [left, right] = [chosen.slice(0, 28), chosen.slice(28)];
  return turns.map((turn) => {
    left = [...left.slice(turn), ...left.slice(0, turn)];
    right = [...right.slice(turn), ...right.slice(0, turn)];
    const bits = permute([...left, ...right], pc2);
    return boxes.map((_, index) => toNumber(bits.slice(6 * index, 6 * index + 6)));
  });
}

/** Sixteen rounds and the exchange of the halves. */
function runRounds(bits: readonly number[], rounds: readonly (readonly number[])[]): number[] {
  let left = toNumber(bits.slice(0, 32));
  let right = toNumber(bits.slice(32));
  for (const key of rounds) [left, right] = [right, left ^ mix(right, key)];
  return [...toBitsOf(right), ...toBitsOf(left)];
}

/** The function f: each S-box takes four bits and one neighbour on either side. */
function mix(right: number, key: readonly number[]): number {
  let result = 0;
  for (let index = 0; index < 8; index++) {
    const turn = 4 * index + 5;
    const six = ((right << (turn & 31)) | (right >>> ((32 - turn) & 31))) & 0x3f;
    result ^= mixed[index]?.[six ^ (key[index] ?? 0)] ?? 0;
  }
  return result;
}

/** Row: outer two of the six bits; column: inner four. */
function lookUp(box: string, bits: number): number {
  const row = ((bits >> 4) & 2) | (bits & 1);
  return Number.parseInt(box.charAt(16 * row + ((bits >> 1) & 15)), 16);
}

function moveByP(value: number, index: number): number {
  const bits = toBitsOf(value << (28 - 4 * index));
  return toNumber(permute(bits, p));
}

function permute(bits: readonly number[], places: readonly number[]): number[] {
  return places.map((place) => bits[place - 1] ?? 0);
}

function toBits(bytes: Uint8Array): number[] {
  return Array.from(bytes).flatMap((byte) => Array.from({ length: 8 }, (_, at) => (byte >> (7 - at)) & 1));
}

function toBitsOf(word: number): number[] {
  return Array.from({ length: 32 }, (_, at) => (word >>> (31 - at)) & 1);
}

function fromBits(bits: readonly number[]): Uint8Array {
  return Uint8Array.from({ length: bits.length / 8 }, (_, at) => toNumber(bits.slice(8 * at, 8 * at + 8)));
}

/** A word of at most 32 bits. */
function toNumber(bits: readonly number[]): number {
  return bits.reduce((number, bit) => (number << 1) | bit, 0);
}
