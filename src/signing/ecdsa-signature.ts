import { BerSyntaxError, childrenOf, readBer, readInteger, tags } from './asn1/ber-reader.ts';
import { integer, sequence, toFixedBytes } from './asn1/der-writer.ts';
import { concatBytes, equalBytes, toHex } from './bytes.ts';
import { type Curve, coordinateSize } from './public-key.ts';

/** Order n of each curve (NIST SP 800-186, 3.2.1.3 and 3.2.1.4). */
const orders: Readonly<Record<Curve, bigint>> = {
  'P-256': 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  'P-384': 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
};

/**
 * Writes r and s as ECDSA-Sig-Value (RFC 3279, 2.2.3), s in its lower half: with s also n − s fits, so that
 * without this rule anybody could turn a signed file into another one that verifies.
 * @param signature r and s, each as long as a coordinate
 * @throws RangeError when the signature has another length
 */
export function toSignatureDer(signature: Uint8Array, curve: Curve = 'P-256'): Uint8Array {
  const size = coordinateSize[curve];
  if (signature.length !== 2 * size)
    throw new RangeError(`An ECDSA ${curve} signature has ${2 * size} bytes, not ${signature.length}.`);
  const s = toNumber(signature.subarray(size));
  return encode(toNumber(signature.subarray(0, size)), isLow(s, curve) ? s : orders[curve] - s);
}

/**
 * Reads an ECDSA-Sig-Value strictly.
 * @returns r and s, each as long as a coordinate; undefined unless the bytes are what `toSignatureDer` writes
 */
export function parseSignatureDer(der: Uint8Array, curve: Curve = 'P-256'): Uint8Array | undefined {
  const numbers = readNumbers(der, curve);
  return numbers && isLow(numbers.s, curve) ? join(numbers, curve) : undefined;
}

/**
 * Reads an ECDSA-Sig-Value of somebody else, who need not know of the rule on s.
 * @returns r and s, each as long as a coordinate; undefined where the bytes are no such value in DER
 */
export function parseForeignSignatureDer(der: Uint8Array, curve: Curve): Uint8Array | undefined {
  const numbers = readNumbers(der, curve);
  return numbers && join(numbers, curve);
}

interface Numbers {
  r: bigint;
  s: bigint;
}

function readNumbers(der: Uint8Array, curve: Curve): Numbers | undefined {
  try {
    const [first, second] = childrenOf(readBer(der), tags.sequence);
    const [r, s] = [readInteger(first), readInteger(second)];
    const isInRange = r > 0n && r < orders[curve] && s > 0n && s < orders[curve];
    return isInRange && equalBytes(encode(r, s), der) ? { r, s } : undefined;
  } catch (error) {
    if (error instanceof BerSyntaxError) return undefined;
    throw error;
  }
}

function isLow(s: bigint, curve: Curve): boolean {
  return s <= orders[curve] / 2n;
}

function encode(r: bigint, s: bigint): Uint8Array {
  return sequence(integer(r), integer(s));
}

function join({ r, s }: Numbers, curve: Curve): Uint8Array {
  return concatBytes(toFixedBytes(r, coordinateSize[curve]), toFixedBytes(s, coordinateSize[curve]));
}

function toNumber(bytes: Uint8Array): bigint {
  return BigInt(`0x0${toHex(bytes)}`);
}
