import {
  BerSyntaxError,
  type BerValue,
  childrenOf,
  contextTag,
  expectTag,
  readBer,
  readBitString,
  readCount,
  readInteger,
  readOctets,
  tags,
  unwrap,
} from './asn1/ber-reader.ts';
import { bitString, explicit, integer, octetString, sequence, toFixedBytes } from './asn1/der-writer.ts';
import { toHex } from './bytes.ts';
import {
  type Curve,
  coordinateSize,
  ecAlgorithm,
  readKeyAlgorithm,
  rsaAlgorithm,
  toRsaPublicKey,
} from './public-key.ts';

/** The numbers of an RSA key (RFC 8017, A.1.2). */
export interface RsaNumbers {
  modulus: bigint;
  publicExponent: bigint;
  privateExponent: bigint;
  prime1: bigint;
  prime2: bigint;
  exponent1: bigint;
  exponent2: bigint;
  coefficient: bigint;
}

/** A private key as arithmetic wants it. */
export type PrivateKey =
  /** `secret`: as long as a coordinate. `point`: the public half, where the file has it. */
  { kind: 'ec'; curve: Curve; secret: Uint8Array; point?: Uint8Array } | ({ kind: 'rsa' } & RsaNumbers);

/**
 * Reads a PrivateKeyInfo (PKCS#8: RFC 5958, 2).
 * @returns undefined for a key that is not signed with here: another algorithm, curve or size, RSA with three primes
 * @throws BerSyntaxError when the bytes are no PrivateKeyInfo
 */
export function parsePrivateKey(bytes: Uint8Array): PrivateKey | undefined {
  const [version, algorithm, key] = childrenOf(readBer(bytes), tags.sequence);
  if (readCount(version) > 1) throw new BerSyntaxError('A PrivateKeyInfo of an unknown version.');
  const kind = readKeyAlgorithm(algorithm);
  const content = readOctets(key);
  if (kind === undefined) return undefined;
  return kind === 'rsa' ? readRsa(readBer(content)) : readEc(kind, readBer(content));
}

/**
 * Writes a PrivateKeyInfo, DER, with what every reader wants: the public half in an EC key (Firefox and Safari do not take
 * one without), all eight numbers in an RSA one.
 */
export function toPrivateKeyInfo(key: PrivateKey): Uint8Array {
  if (key.kind === 'ec') {
    const point = key.point ? [explicit(1, bitString(key.point))] : [];
    return sequence(
      integer(0),
      ecAlgorithm(key.curve),
      octetString(sequence(integer(1), octetString(key.secret), ...point)),
    );
  }
  const { modulus, publicExponent, privateExponent, prime1, prime2, exponent1, exponent2, coefficient } = key;
  const numbers = [modulus, publicExponent, privateExponent, prime1, prime2, exponent1, exponent2, coefficient];
  return sequence(integer(0), rsaAlgorithm(), octetString(sequence(integer(0), ...numbers.map(integer))));
}

/** RSAPrivateKey (RFC 8017, A.1.2). */
function readRsa(value: BerValue): PrivateKey | undefined {
  const [version, ...rest] = childrenOf(value, tags.sequence);
  if (readCount(version) !== 0) return undefined;
  const [modulus, publicExponent, privateExponent, prime1, prime2, exponent1, exponent2, coefficient] =
    rest.map(readInteger);
  if (
    modulus === undefined ||
    publicExponent === undefined ||
    privateExponent === undefined ||
    prime1 === undefined ||
    prime2 === undefined ||
    exponent1 === undefined ||
    exponent2 === undefined ||
    coefficient === undefined
  )
    throw new BerSyntaxError('An RSA key without its eight numbers.');
  if (!toRsaPublicKey(modulus, publicExponent)) return undefined;
  const secrets = [privateExponent, prime1, prime2, exponent1, exponent2, coefficient];
  if (secrets.some((number) => number <= 0n || number >= modulus) || prime1 * prime2 !== modulus)
    throw new BerSyntaxError('An RSA key whose numbers do not fit together.');
  return { kind: 'rsa', modulus, publicExponent, privateExponent, prime1, prime2, exponent1, exponent2, coefficient };
}

/** ECPrivateKey (RFC 5915, 3). */
function readEc(curve: Curve, value: BerValue): PrivateKey {
  const [version, secret, ...optional] = childrenOf(value, tags.sequence);
  if (readCount(version) !== 1) throw new BerSyntaxError('An EC key of an unknown version.');
  const size = coordinateSize[curve];
  const number = BigInt(`0x0${toHex(readOctets(secret))}`);
  if (number === 0n || number >> BigInt(8 * size) !== 0n) throw new BerSyntaxError('An EC key of another length.');
  const publicHalf = optional.find(({ tag }) => tag === contextTag(1));
  const point = publicHalf && readBitString(expectTag(unwrap(publicHalf, 1), tags.bitString));
  // Some writers leave leading zeros out, and some write points compressed, which another reader works out itself.
  const fixed = { kind: 'ec' as const, curve, secret: toFixedBytes(number, size) };
  return point?.[0] === 4 && point.length === 1 + 2 * size ? { ...fixed, point } : fixed;
}
