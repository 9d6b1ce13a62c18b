/*
 * RC2, decryption only (RFC 2268): what Windows and older OpenSSL encrypt the certificates of a key file with.
 */

/** PITABLE (RFC 2268, 2): an order of the numbers 0 to 255 drawn from the digits of pi. */
const piTable = toBytes(
  'd978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2' +
    '179a59f587b34f1361456d8d09817d32bd8f40eb86b77b0bf09521225c6b4e82' +
    '54d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626' +
    '6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed7' +
    '08e8eade8052eef784aa72ac354d6a2a961ad2715a1549744b9fd05e0418a4ec' +
    'c2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731' +
    '2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a9' +
    '0d38341bab33ffb0bb480c5fb9b1cd2ec5f3db47e5a59c770aa62068fe7fc1ad',
);
/** Places by which each of the four words turns (RFC 2268, 3.1). */
const turns = [1, 2, 3, 5];
/** Mixing rounds between the mashing ones (RFC 2268, 4). */
const mixingRounds = [5, 6, 5];

/**
 * Prepares a key for decryption.
 * @param key 1 to 128 bytes
 * @param effectiveBits how much of it counts (RFC 2268, 2), 1 to 1,024
 * @returns deciphers one block of 8 bytes in place
 */
export function rc2(key: Uint8Array, effectiveBits: number): (block: Uint8Array) => void {
  const schedule = expandKey(key, effectiveBits);
  return (block) => {
    const view = new DataView(block.buffer, block.byteOffset, 8);
    const words = Uint16Array.from(turns, (_, at) => view.getUint16(2 * at, true));
    let next = 63;
    for (const [index, rounds] of mixingRounds.entries()) {
      if (index > 0) unmash(words, schedule);
      for (let round = 0; round < rounds; round++, next -= 4) unmix(words, schedule, next);
    }
    for (const [at, word] of words.entries()) view.setUint16(2 * at, word, true);
  };
}

/** RFC 2268, 2: sixty-four words. */
function expandKey(key: Uint8Array, effectiveBits: number): Uint16Array {
  const bytes = new Uint8Array(128);
  bytes.set(key);
  const substitute = (index: number) => piTable[index & 0xff] ?? 0;
  const at = (index: number) => bytes[index] ?? 0;
  for (let index = key.length; index < 128; index++) bytes[index] = substitute(at(index - 1) + at(index - key.length));
  const effectiveBytes = Math.ceil(effectiveBits / 8);
  const mask = 0xff >> (8 * effectiveBytes - effectiveBits);
  bytes[128 - effectiveBytes] = substitute(at(128 - effectiveBytes) & mask);
  for (let index = 127 - effectiveBytes; index >= 0; index--)
    bytes[index] = substitute(at(index + 1) ^ at(index + effectiveBytes));
  return Uint16Array.from({ length: 64 }, (_, index) => at(2 * index) | (at(2 * index + 1) << 8));
}

/** One mixing round backwards (RFC 2268, 4.1). @param last of the four words of the key that it takes */
function unmix(words: Uint16Array, schedule: Uint16Array, last: number): void {
  const word = (at: number) => words[at & 3] ?? 0;
  for (let at = 3; at >= 0; at--) {
    const turn = turns[at] ?? 0;
    const turned = (word(at) >>> turn) | (word(at) << (16 - turn));
    const mixed = (word(at - 1) & word(at - 2)) + (~word(at - 1) & word(at - 3));
    words[at] = turned - (schedule[last - 3 + at] ?? 0) - mixed;
  }
}

/** One mashing round backwards (RFC 2268, 4.2). */
function unmash(words: Uint16Array, schedule: Uint16Array): void {
  for (let at = 3; at >= 0; at--) words[at] = (words[at] ?? 0) - (schedule[(words[(at + 3) & 3] ?? 0) & 63] ?? 0);
}

function toBytes(digits: string): Uint8Array {
  return Uint8Array.from({ length: digits.length / 2 }, (_, at) =>
    Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16),
  );
}
