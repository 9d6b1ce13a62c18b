import {
  BerSyntaxError,
  childrenOf,
  expectTag,
  readBer,
  readBitString,
  readInteger,
  readObjectIdentifier,
  tags,
} from './asn1/ber-reader.ts';
import { bitString, nothing, objectIdentifier, sequence } from './asn1/der-writer.ts';

/** Curves of NIST SP 800-186 that people have signing keys on. */
export type Curve = 'P-256' | 'P-384';

/** A public key as arithmetic wants it. */
export type PublicKey =
  /** `point`: 04, x, y (SEC 1, 2.3.3). */
  | { kind: 'ec'; curve: Curve; point: Uint8Array }
  /** `size`: bytes of the modulus, and of each signature. */
  | { kind: 'rsa'; modulus: bigint; exponent: bigint; size: number };

/** Bits of an RSA modulus: less is forbidden since 2014 (NIST SP 800-131A); more nobody has, and costs time. */
export const rsaBits = { least: 2048, most: 8192 } as const;

const ecPublicKey = '1.2.840.10045.2.1';
const rsaEncryption = '1.2.840.113549.1.1.1';
const curves: Readonly<Record<string, Curve>> = { '1.2.840.10045.3.1.7': 'P-256', '1.3.132.0.34': 'P-384' };
const curveIds: Readonly<Record<Curve, string>> = { 'P-256': '1.2.840.10045.3.1.7', 'P-384': '1.3.132.0.34' };

/** Bytes of a coordinate, and of r and s each. */
export const coordinateSize: Readonly<Record<Curve, number>> = { 'P-256': 32, 'P-384': 48 };

/** AlgorithmIdentifier of an EC key (RFC 5480, 2.1.1). */
export function ecAlgorithm(curve: Curve): Uint8Array {
  return sequence(objectIdentifier(ecPublicKey), objectIdentifier(curveIds[curve]));
}

/** AlgorithmIdentifier of an RSA key (RFC 3279, 2.3.1). */
export function rsaAlgorithm(): Uint8Array {
  return sequence(objectIdentifier(rsaEncryption), nothing);
}

/** SubjectPublicKeyInfo (RFC 5480, 2) of an uncompressed point, DER. */
export function toEcPublicKeyInfo(curve: Curve, point: Uint8Array): Uint8Array {
  return sequence(ecAlgorithm(curve), bitString(point));
}

/**
 * Reads the AlgorithmIdentifier of a key, public or private.
 * @returns the curve, `'rsa'`, or undefined for what is not signed with here
 * @throws BerSyntaxError when it is no AlgorithmIdentifier
 */
export function readKeyAlgorithm(value: Parameters<typeof childrenOf>[0]): Curve | 'rsa' | undefined {
  const [algorithm, parameters] = childrenOf(value, tags.sequence);
  const id = readObjectIdentifier(algorithm);
  if (id === rsaEncryption) return 'rsa';
  // Curves written out in numbers instead of named are forbidden in certificates (RFC 5480, 2.1.1).
  if (id !== ecPublicKey || parameters?.tag !== tags.objectIdentifier) return undefined;
  return curves[readObjectIdentifier(parameters)];
}

/**
 * Reads a SubjectPublicKeyInfo (RFC 5280, 4.1.2.7).
 * @returns undefined for a key that signatures are not verified with here: another algorithm or curve, a compressed
 * point, RSA outside 2,048 to 8,192 bits or with an exponent that is even, below 3 or beyond 33 bits
 */
export function parsePublicKey(der: Uint8Array): PublicKey | undefined {
  try {
    const [algorithm, key] = childrenOf(readBer(der), tags.sequence);
    const kind = readKeyAlgorithm(algorithm);
    const bits = readBitString(key);
    if (kind === undefined) return undefined;
    return kind === 'rsa' ? readRsa(bits) : readPoint(kind, bits);
  } catch (error) {
    if (error instanceof BerSyntaxError) return undefined;
    throw error;
  }
}

/**
 * An RSA public key, if it is one to verify with.
 * @returns undefined for numbers outside the bounds that {@link parsePublicKey} names
 */
export function toRsaPublicKey(modulus: bigint, exponent: bigint): PublicKey | undefined {
  if (modulus <= 0n || exponent < 3n || exponent % 2n === 0n || exponent >> 33n !== 0n) return undefined;
  const bits = modulus.toString(2).length;
  if (bits < rsaBits.least || bits > rsaBits.most || modulus % 2n === 0n) return undefined;
  return { kind: 'rsa', modulus, exponent, size: Math.ceil(bits / 8) };
}

/** RSAPublicKey (RFC 8017, A.1.1). */
function readRsa(bits: Uint8Array): PublicKey | undefined {
  const [modulus, exponent] = childrenOf(expectTag(readBer(bits), tags.sequence), tags.sequence);
  return toRsaPublicKey(readInteger(modulus), readInteger(exponent));
}

function readPoint(curve: Curve, bits: Uint8Array): PublicKey | undefined {
  const isUncompressed = bits[0] === 4 && bits.length === 1 + 2 * coordinateSize[curve];
  return isUncompressed ? { kind: 'ec', curve, point: bits } : undefined;
}
