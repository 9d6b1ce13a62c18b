import { createCertificate, fingerprintOf } from './certificate.ts';
import type { SigningCrypto } from './crypto.ts';
import { fitSignerName, type SignerName } from './distinguished-name.ts';

/** What signs a file: a private key, and the certificate that carries its public half. */
export interface Signer<Key> {
  privateKey: Key;
  /** DER */
  certificate: Uint8Array;
  /** Certificates that lead from the signer's issuer to a root, DER, in this order; none for a self-signed one. */
  chain?: readonly Uint8Array[];
}

/** A new key with its self-signed certificate. */
export interface SigningKey<Key> extends Signer<Key> {
  /** SHA-256 of the certificate, 64 lower-case hexadecimal digits. */
  fingerprint: string;
  /** The name as the certificate holds it; `shortened` when 64 characters were not enough. */
  name: SignerName & { shortened: boolean };
}

/**
 * Makes an ECDSA P-256 key and its self-signed certificate, valid for three years from `now`.
 * @param request `commonName` = 確認者, `organization` = 会社名 (may be empty); longer names are cut, see `name.shortened`
 * @throws RangeError when the common name is empty or a name holds a control character
 */
export async function createSigningKey<Key>(
  request: SignerName & { now: Date },
  crypto: SigningCrypto<Key>,
): Promise<SigningKey<Key>> {
  const name = fitSignerName(request);
  const { privateKey, publicKey } = await crypto.createKey();
  const certificate = await createCertificate({ name, privateKey, publicKey, now: request.now }, crypto);
  return { privateKey, certificate, fingerprint: await fingerprintOf(certificate, crypto), name };
}
