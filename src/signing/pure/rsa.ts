import { nothing, objectIdentifier, octetString, sequence, toFixedBytes } from '../asn1/der-writer.ts';
import { concatBytes, equalBytes, toHex } from '../bytes.ts';
import type { HashName } from '../crypto.ts';
import type { RsaNumbers } from '../private-key.ts';
import type { PublicKey } from '../public-key.ts';

/*
 * RSASSA-PKCS1-v1_5 (RFC 8017, 8.2) with BigInt, for pages without WebCrypto. BigInt takes a time that depends on its
 * numbers, and nothing in JavaScript can prevent that. So the base is blinded (Kocher 1996): what the secret exponent is
 * applied to is a random number that nobody else knows, and its time tells nothing of the key.
 */

type RsaPublicKey = Extract<PublicKey, { kind: 'rsa' }>;

const hashIds: Readonly<Record<HashName, string>> = {
  'SHA-256': '2.16.840.1.101.3.4.2.1',
  'SHA-384': '2.16.840.1.101.3.4.2.2',
  'SHA-512': '2.16.840.1.101.3.4.2.3',
};

/** Bits of the exponent that one multiplication takes. */
const windowBits = 4n;

/** Whether a signature over a digest fits (RFC 8017, 8.2.2): the encoded message is made anew and compared, not parsed. */
export function verifyRsa(key: RsaPublicKey, signature: Uint8Array, digest: Uint8Array, hash: HashName): boolean {
  const number = toNumber(signature);
  if (signature.length !== key.size || number >= key.modulus) return false;
  return equalBytes(
    toFixedBytes(power(number, key.exponent, key.modulus), key.size),
    encodeMessage(digest, hash, key.size),
  );
}

/**
 * Signs a SHA-256 digest (RFC 8017, 8.2.1).
 * @param random so many bytes that nobody can guess
 * @throws Error when the numbers of the key do not fit together: a wrong signature could tell the primes (Boneh, DeMillo,
 * Lipton 1997), so that none is given out
 */
export function signRsa(key: RsaNumbers, digest: Uint8Array, random: (length: number) => Uint8Array): Uint8Array {
  const { modulus, publicExponent } = key;
  const size = Math.ceil(modulus.toString(2).length / 8);
  const message = toNumber(encodeMessage(digest, 'SHA-256', size));
  const { factor, inverse } = createBlinding(modulus, () => random(size + 8));
  const blinded = (message * power(factor, publicExponent, modulus)) % modulus;
  const signature = (powerSecret(blinded, key) * inverse) % modulus;
  if (power(signature, publicExponent, modulus) !== message) throw new Error('The RSA key is damaged.');
  return toFixedBytes(signature, size);
}

/** The private exponent, prime by prime (RFC 8017, 5.1.2): four times as fast. */
function powerSecret(base: bigint, { prime1, prime2, exponent1, exponent2, coefficient }: RsaNumbers): bigint {
  const first = power(base % prime1, exponent1, prime1);
  const second = power(base % prime2, exponent2, prime2);
  const difference = ((((first - second) * coefficient) % prime1) + prime1) % prime1;
  return second + difference * prime2;
}

/** A random number and its inverse. All but every 2^1000th number below a modulus of two primes has one. */
function createBlinding(modulus: bigint, randomBytes: () => Uint8Array): { factor: bigint; inverse: bigint } {
  for (;;) {
    const factor = toNumber(randomBytes()) % modulus;
    const inverse = invert(factor, modulus);
    if (inverse !== undefined) return { factor, inverse };
  }
}

/** EMSA-PKCS1-v1_5 (RFC 8017, 9.2) of a digest. */
function encodeMessage(digest: Uint8Array, hash: HashName, size: number): Uint8Array {
  const info = sequence(sequence(objectIdentifier(hashIds[hash]), nothing), octetString(digest));
  const padding = new Uint8Array(size - info.length - 3).fill(0xff);
  return concatBytes(Uint8Array.of(0, 1), padding, Uint8Array.of(0), info);
}

/** base^exponent mod modulus, four bits of the exponent at a time. */
function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  const powers = [1n, base];
  for (let index = 2; index < 1 << Number(windowBits); index++)
    powers.push(((powers[index - 1] ?? 0n) * base) % modulus);
  let result = 1n;
  for (const digit of exponent.toString(16)) {
    for (let bit = 0n; bit < windowBits; bit++) result = (result * result) % modulus;
    result = (result * (powers[Number.parseInt(digit, 16)] ?? 0n)) % modulus;
  }
  return result;
}

/** Extended Euclid; undefined where the two share a factor. */
function invert(number: bigint, modulus: bigint): bigint | undefined {
  let [a, b, x, y] = [number, modulus, 1n, 0n];
  while (b !== 0n) {
    const quotient = a / b;
    [a, b, x, y] = [b, a - quotient * b, y, x - quotient * y];
  }
  return a === 1n ? ((x % modulus) + modulus) % modulus : undefined;
}

function toNumber(bytes: Uint8Array): bigint {
  return BigInt(`0x0${toHex(bytes)}`);
}
