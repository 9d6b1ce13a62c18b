import { ECDSASigValue } from '@peculiar/asn1-ecc';
import { concatBytes, toHex } from './bytes.ts';
import { parseDer, toBuffer, toDer } from './der.ts';

const size = 32;
/** Order n of P-256 (NIST SP 800-186, 3.2.1.3). */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/**
 * Writes r and s as ECDSA-Sig-Value (RFC 3279, 2.2.3), s in its lower half: with s also n − s fits, so that
 * without this rule anybody could turn a signed file into another one that verifies.
 * @param signature r and s, 32 bytes each
 * @throws RangeError when the signature has another length
 */
export function toSignatureDer(signature: Uint8Array): Uint8Array {
  if (signature.length !== 2 * size)
    throw new RangeError(`An ECDSA P-256 signature has 64 bytes, not ${signature.length}.`);
  const s = toNumber(signature.subarray(size));
  const lower = isLow(s) ? s : order - s;
  return encode(toNumber(signature.subarray(0, size)), lower);
}

/**
 * Reads an ECDSA-Sig-Value strictly.
 * @returns r and s, 32 bytes each; undefined unless the bytes are what `toSignatureDer` writes
 */
export function parseSignatureDer(der: Uint8Array): Uint8Array | undefined {
  try {
    const value = parseDer(der, ECDSASigValue);
    const [r, s] = [toNumber(new Uint8Array(value.r)), toNumber(new Uint8Array(value.s))];
    const isInRange = r > 0n && r < order && s > 0n && isLow(s);
    return isInRange && toHex(encode(r, s)) === toHex(der) ? concatBytes(toFixed(r), toFixed(s)) : undefined;
  } catch {
    // The library throws on what is no such structure, which is the answer.
    return undefined;
  }
}

function isLow(s: bigint): boolean {
  return s <= order / 2n;
}

function encode(r: bigint, s: bigint): Uint8Array {
  return toDer(new ECDSASigValue({ r: toInteger(r), s: toInteger(s) }));
}

/** Content of a positive DER INTEGER: as short as can be, the sign bit clear (X.690, 8.3). */
function toInteger(value: bigint): ArrayBuffer {
  const fixed = toFixed(value);
  const first = fixed.findIndex((byte) => byte !== 0);
  const minimal = fixed.subarray(first < 0 ? size - 1 : first);
  return toBuffer((minimal[0] ?? 0) & 0x80 ? concatBytes(Uint8Array.of(0), minimal) : minimal);
}

function toFixed(value: bigint): Uint8Array {
  const digits = value.toString(16).padStart(2 * size, '0');
  return Uint8Array.from({ length: size }, (_, index) => Number.parseInt(digits.slice(2 * index, 2 * index + 2), 16));
}

function toNumber(bytes: Uint8Array): bigint {
  return BigInt(`0x${toHex(bytes) || '0'}`);
}
