import { sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { concatBytes } from '../bytes.ts';
import { repeatSha1 } from './sha1-chain.ts';

/** Hash functions of PKCS#12's own derivation and of its MAC. */
export const hashes = {
  'SHA-1': sha1,
  'SHA-224': sha224,
  'SHA-256': sha256,
  'SHA-384': sha384,
  'SHA-512': sha512,
} as const;
export type MacHash = keyof typeof hashes;

/** What a derived value is for (RFC 7292, B.3). */
export const purposes = { key: 1, iv: 2, mac: 3 } as const;

interface Pkcs12Derivation {
  hash: MacHash;
  purpose: keyof typeof purposes;
  /** See `EncodedPassword.utf16`. */
  password: Uint8Array;
  salt: Uint8Array;
  iterations: number;
  /** Bytes wanted. */
  length: number;
}

/** Rounds between which the page may draw and take clicks; a few hundredths of a second. Browsers make each pause 4 ms. */
const roundsAtOnce = 80_000;

/**
 * PKCS#12's own derivation (RFC 7292, B.2). WebCrypto does not have it, and a million waits for its digest would take
 * longer than hashing in JavaScript.
 */
export async function derivePkcs12(derivation: Pkcs12Derivation): Promise<Uint8Array> {
  const { hash, purpose, password, salt, iterations, length } = derivation;
  const { blockLen, outputLen } = hashes[hash];
  const diversifier = new Uint8Array(blockLen).fill(purposes[purpose]);
  const input = concatBytes(fillBlocks(salt, blockLen), fillBlocks(password, blockLen));
  const parts: Uint8Array[] = [];
  for (let have = 0; have < length; have += outputLen) {
    const part = await hashRepeatedly(hash, concatBytes(diversifier, input), iterations);
    parts.push(part);
    const addend = repeat(part, blockLen);
    for (let at = 0; at < input.length; at += blockLen) addWithOne(input.subarray(at, at + blockLen), addend);
  }
  return concatBytes(...parts).subarray(0, length);
}

async function hashRepeatedly(hash: MacHash, bytes: Uint8Array, iterations: number): Promise<Uint8Array> {
  const digest = hashes[hash](bytes);
  const repeat = hash === 'SHA-1' ? (times: number) => repeatSha1(digest, times) : repeater(hash, digest);
  for (let left = iterations - 1; left > 0; left -= roundsAtOnce) {
    repeat(Math.min(left, roundsAtOnce));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return digest;
}

/** One state that is set back before each hash: half the time of a new one. */
function repeater(hash: MacHash, digest: Uint8Array): (times: number) => void {
  const fresh = hashes[hash].create();
  const state = fresh.clone();
  return (times) => {
    for (let time = 0; time < times; time++) fresh._cloneInto(state).update(digest).digestInto(digest);
  };
}

/** Repeated up to a multiple of the block length; nothing stays nothing. */
function fillBlocks(bytes: Uint8Array, blockLength: number): Uint8Array {
  return repeat(bytes, blockLength * Math.ceil(bytes.length / blockLength));
}

function repeat(bytes: Uint8Array, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, at) => bytes[at % bytes.length] ?? 0);
}

/** Adds a number and one to a number of the same length, in place; what runs over is lost. */
function addWithOne(number: Uint8Array, addend: Uint8Array): void {
  let carry = 1;
  for (let at = number.length - 1; at >= 0; at--) {
    carry += (number[at] ?? 0) + (addend[at] ?? 0);
    number[at] = carry & 0xff;
    carry >>= 8;
  }
}
