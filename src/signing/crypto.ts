import { parsePrivateKey, toPrivateKeyInfo } from './private-key.ts';
import { type Curve, parsePublicKey } from './public-key.ts';
import type { PureKey } from './pure/pure-crypto.ts';

/** Hash functions that signatures are made with: here SHA-256 only, in certificates of others any (FIPS 180-4). */
export type HashName = 'SHA-256' | 'SHA-384' | 'SHA-512';

/**
 * What verifying needs from cryptography. Every function of this folder takes it as an argument, because a plain
 * http page has no `crypto.subtle` and brings another implementation.
 */
export interface VerifyingCrypto {
  /** SHA-256 (FIPS 180-4): bytes in, 32 bytes out. */
  digest(bytes: Uint8Array): Promise<Uint8Array>;
  /**
   * Whether a signature fits: ECDSA on P-256 or P-384 (FIPS 186-5), or RSASSA-PKCS1-v1_5 (RFC 8017, 8.2), as the key is.
   * @param publicKey SubjectPublicKeyInfo, DER (RFC 5480, RFC 3279)
   * @param signature ECDSA: r and s, each as long as a coordinate; RSA: as long as the modulus
   * @param hash SHA-256 where it is left out
   * @throws when the key cannot be read or is none of these
   */
  verify(publicKey: Uint8Array, signature: Uint8Array, bytes: Uint8Array, hash?: HashName): Promise<boolean>;
}

/** What PBKDF2 makes a key from. */
export interface DerivationRequest {
  password: Uint8Array;
  salt: Uint8Array;
  iterations: number;
  /** Of the HMAC. SHA-1 for key files of others only. */
  hash: 'SHA-1' | HashName;
  /** Bytes wanted. */
  length: number;
}

/** What signing needs beside. `Key` is the implementation's own handle of a private key. */
export interface SigningCrypto<Key> extends VerifyingCrypto {
  /** So many bytes that nobody can guess. */
  random(length: number): Uint8Array;
  /** A new ECDSA P-256 key whose private half cannot be read out; the public half as SubjectPublicKeyInfo, DER. */
  createKey(): Promise<{ privateKey: Key; publicKey: Uint8Array }>;
  /** A new ECDSA P-256 key with its private half in the open, as PKCS#8 DER: for a backup, then to be forgotten. */
  createExportableKey(): Promise<{ privateKeyInfo: Uint8Array; publicKey: Uint8Array }>;
  /**
   * Takes a private key in; it cannot be read out again.
   * @param privateKeyInfo PKCS#8 DER as `toPrivateKeyInfo` writes it, an EC key with its public half
   * @throws when it is no key that can sign here
   */
  importKey(privateKeyInfo: Uint8Array): Promise<Key>;
  /**
   * Signs with SHA-256: ECDSA gives r and s, each as long as a coordinate; RSASSA-PKCS1-v1_5 as many bytes as the modulus has.
   */
  sign(privateKey: Key, bytes: Uint8Array): Promise<Uint8Array>;
  /** PBKDF2 (RFC 8018, 5.2). */
  deriveBytes(request: DerivationRequest): Promise<Uint8Array>;
}

/** Where cryptography comes from on this page. */
export type FoundCrypto =
  /** The browser's own. Its keys can be kept in IndexedDB without ever being readable. */
  | { kind: 'browser'; crypto: SigningCrypto<CryptoKey> }
  /** JavaScript, on plain http. Its keys end with the page, and the page must say so. */
  | { kind: 'page'; crypto: SigningCrypto<PureKey> };

/**
 * Picks the browser's cryptography where there is one, and otherwise fetches the one in JavaScript.
 * @param available `globalThis.crypto`
 * @throws when the code cannot be fetched
 */
export async function findCrypto(available: {
  subtle?: SubtleCrypto;
  getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;
}): Promise<FoundCrypto> {
  const getRandomValues = (bytes: Uint8Array<ArrayBuffer>) => available.getRandomValues(bytes);
  if (available.subtle) return { kind: 'browser', crypto: webCrypto(available.subtle, getRandomValues) };
  const { pureCrypto } = await import('./pure/pure-crypto.ts');
  return { kind: 'page', crypto: pureCrypto(getRandomValues) };
}

const newKey = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** The names WebCrypto has for a key's algorithm. */
function algorithmOf(kind: Curve | 'rsa', hash: HashName) {
  return kind === 'rsa' ? { name: 'RSASSA-PKCS1-v1_5', hash } : { name: 'ECDSA', namedCurve: kind, hash };
}

/**
 * The browser's or Node's own cryptography.
 * @param subtle `crypto.subtle`
 * @param getRandomValues fills an array, e.g. `(bytes) => crypto.getRandomValues(bytes)`
 */
export function webCrypto(
  subtle: SubtleCrypto,
  getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array,
): SigningCrypto<CryptoKey> {
  const generate = async (extractable: boolean) => {
    const pair = await subtle.generateKey(newKey, extractable, ['sign', 'verify']);
    return { privateKey: pair.privateKey, publicKey: new Uint8Array(await subtle.exportKey('spki', pair.publicKey)) };
  };

  return {
    async digest(bytes) {
      return new Uint8Array(await subtle.digest('SHA-256', toOwnBuffer(bytes)));
    },
    random(length) {
      return getRandomValues(new Uint8Array(length));
    },
    createKey() {
      return generate(false);
    },
    async createExportableKey() {
      const { privateKey, publicKey } = await generate(true);
      return { privateKeyInfo: new Uint8Array(await subtle.exportKey('pkcs8', privateKey)), publicKey };
    },
    async importKey(privateKeyInfo) {
      const key = parsePrivateKey(privateKeyInfo);
      if (!key) throw new TypeError('No key that signs here.');
      const algorithm = algorithmOf(key.kind === 'rsa' ? 'rsa' : key.curve, 'SHA-256');
      return subtle.importKey('pkcs8', toOwnBuffer(toPrivateKeyInfo(key)), algorithm, false, ['sign']);
    },
    async sign(privateKey, bytes) {
      const algorithm = { name: privateKey.algorithm.name, hash: 'SHA-256' };
      return new Uint8Array(await subtle.sign(algorithm, privateKey, toOwnBuffer(bytes)));
    },
    async verify(publicKey, signature, bytes, hash = 'SHA-256') {
      const key = parsePublicKey(publicKey);
      if (!key) throw new TypeError('No key that is verified with here.');
      const algorithm = algorithmOf(key.kind === 'rsa' ? 'rsa' : key.curve, hash);
      const imported = await subtle.importKey('spki', toOwnBuffer(publicKey), algorithm, false, ['verify']);
      return subtle.verify(algorithm, imported, toOwnBuffer(signature), toOwnBuffer(bytes));
    },
    async deriveBytes({ password, salt, iterations, hash, length }) {
      // Some browsers take no empty key. HMAC fills a short one up with zeros (RFC 2104, 2), so one zero is the same key.
      const raw = toOwnBuffer(password.length === 0 ? new Uint8Array(1) : password);
      const key = await subtle.importKey('raw', raw, 'PBKDF2', false, ['deriveBits']);
      const algorithm = { name: 'PBKDF2', salt: toOwnBuffer(salt), iterations, hash };
      return new Uint8Array(await subtle.deriveBits(algorithm, key, 8 * length));
    },
  };
}

/** WebCrypto takes no view over memory that could be shared with another thread, and TypeScript knows it. */
function toOwnBuffer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : new Uint8Array(bytes);
}
