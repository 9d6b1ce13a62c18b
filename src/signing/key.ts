import { createCertificate, fingerprintOf } from './certificate.ts';
import type { SigningCrypto } from './crypto.ts';
import { type FittedName, fitSignerName, type SignerName } from './distinguished-name.ts';

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
  /** The name as the certificate holds it. */
  name: FittedName;
}

/** A signer whose private key lies open, to be written into a backup and then forgotten. */
export interface ExportableSigner {
  /** PKCS#8, DER. Whoever has it can sign in this name; `fill(0)` it after use. */
  privateKeyInfo: Uint8Array;
  /** DER */
  certificate: Uint8Array;
  /** As in `Signer`. */
  chain?: readonly Uint8Array[];
}

/**
 * Makes an ECDSA P-256 key that cannot be read out, and its self-signed certificate, valid for three years from `now`.
 * @param request `commonName` = 確認者, `organization` = 会社名 (may be empty); changed where a certificate
 * cannot hold them, see `fitSignerName`
 * @throws RangeError when the common name is empty or a name holds a control character
 */
export async function createSigningKey<Key>(
  request: SignerName & { now: Date },
  crypto: SigningCrypto<Key>,
): Promise<SigningKey<Key>> {
  return certify(request, await crypto.createKey(), crypto);
}

/**
 * Makes a key as `createSigningKey` does, and gives its private half out this once, for `writePkcs12`. The key to sign with
 * is an import of it that cannot be read out, and the one to keep in the browser.
 * @throws RangeError as `createSigningKey`
 */
export async function createExportableSigningKey<Key>(
  request: SignerName & { now: Date },
  crypto: SigningCrypto<Key>,
): Promise<SigningKey<Key> & ExportableSigner> {
  const { privateKeyInfo, publicKey } = await crypto.createExportableKey();
  const privateKey = await crypto.importKey(privateKeyInfo);
  return { ...(await certify(request, { privateKey, publicKey }, crypto)), privateKeyInfo };
}

async function certify<Key>(
  request: SignerName & { now: Date },
  { privateKey, publicKey }: { privateKey: Key; publicKey: Uint8Array },
  crypto: SigningCrypto<Key>,
): Promise<SigningKey<Key>> {
  const name = fitSignerName(request);
  const certificate = await createCertificate({ name, privateKey, publicKey, now: request.now }, crypto);
  return { privateKey, certificate, fingerprint: await fingerprintOf(certificate, crypto), name };
}
