import { ecdsaWithSHA256 } from '@peculiar/asn1-ecc';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { toHex } from './bytes.ts';
import { parseSignatureDer, toSignatureDer } from './ecdsa-signature.ts';
import type { PublicKey } from './public-key.ts';

/**
 * RSASSA-PKCS1-v1_5 as every CMS implementation must know it (RFC 5754, 3.2): the hash is named by the digest algorithm and,
 * bound to the signature itself, by the DigestInfo inside it.
 */
const rsaEncryption = new AlgorithmIdentifier({
  algorithm: '1.2.840.113549.1.1.1',
  parameters: Uint8Array.of(5, 0).buffer,
});

/** The one signatureAlgorithm that a CMS object here has for a key. */
export function toSignatureAlgorithm(key: PublicKey): AlgorithmIdentifier {
  return key.kind === 'rsa' ? rsaEncryption : ecdsaWithSHA256;
}

/**
 * Writes a signature as CMS wants it: RSA as it is, ECDSA as DER.
 * @param signature as `SigningCrypto.sign` gives it
 * @throws RangeError when it is not as long as the key's signatures are
 */
export function toSignatureValue(signature: Uint8Array, key: PublicKey): Uint8Array {
  if (key.kind === 'ec') return toSignatureDer(signature, key.curve);
  if (signature.length === key.size) return signature;
  throw new RangeError(`An RSA signature of this key has ${key.size} bytes, not ${signature.length}.`);
}

/**
 * Reads a signature strictly.
 * @returns what `VerifyingCrypto.verify` takes; undefined unless the value is the one form that there is for this signature
 */
export function parseSignatureValue(value: Uint8Array, key: PublicKey): Uint8Array | undefined {
  if (key.kind === 'ec') return parseSignatureDer(value, key.curve);
  // A number beyond the modulus would stand for the same signature a second time.
  return value.length === key.size && BigInt(`0x${toHex(value)}`) < key.modulus ? value : undefined;
}
