/**
 * What verifying needs from cryptography. Every function of this folder takes it as an argument, because a plain
 * http page has no `crypto.subtle` and brings another implementation.
 */
export interface VerifyingCrypto {
  /** SHA-256 (FIPS 180-4): bytes in, 32 bytes out. */
  digest(bytes: Uint8Array): Promise<Uint8Array>;
  /**
   * Whether an ECDSA P-256 signature with SHA-256 fits (FIPS 186-5).
   * @param publicKey SubjectPublicKeyInfo, DER (RFC 5480)
   * @param signature r and s, 32 bytes each
   * @throws when the key cannot be read
   */
  verify(publicKey: Uint8Array, signature: Uint8Array, bytes: Uint8Array): Promise<boolean>;
}

/** What signing needs beside. `Key` is the implementation's own handle of a private key. */
export interface SigningCrypto<Key> extends VerifyingCrypto {
  /** So many bytes that nobody can guess. */
  random(length: number): Uint8Array;
  /** A new ECDSA P-256 key whose private half cannot be read out; the public half as SubjectPublicKeyInfo, DER. */
  createKey(): Promise<{ privateKey: Key; publicKey: Uint8Array }>;
  /** ECDSA with SHA-256 over `bytes`: r and s, 32 bytes each. */
  sign(privateKey: Key, bytes: Uint8Array): Promise<Uint8Array>;
}

const key = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const scheme = { name: 'ECDSA', hash: 'SHA-256' } as const;

/**
 * The browser's or Node's own cryptography.
 * @param subtle `crypto.subtle`
 * @param getRandomValues fills an array, e.g. `(bytes) => crypto.getRandomValues(bytes)`
 */
export function webCrypto(
  subtle: SubtleCrypto,
  getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array,
): SigningCrypto<CryptoKey> {
  return {
    async digest(bytes) {
      return new Uint8Array(await subtle.digest('SHA-256', toOwnBuffer(bytes)));
    },
    random(length) {
      return getRandomValues(new Uint8Array(length));
    },
    async createKey() {
      const pair = await subtle.generateKey(key, false, ['sign', 'verify']);
      return { privateKey: pair.privateKey, publicKey: new Uint8Array(await subtle.exportKey('spki', pair.publicKey)) };
    },
    async sign(privateKey, bytes) {
      return new Uint8Array(await subtle.sign(scheme, privateKey, toOwnBuffer(bytes)));
    },
    async verify(publicKey, signature, bytes) {
      const imported = await subtle.importKey('spki', toOwnBuffer(publicKey), key, false, ['verify']);
      return subtle.verify(scheme, imported, toOwnBuffer(signature), toOwnBuffer(bytes));
    },
  };
}

/** WebCrypto takes no view over memory that could be shared with another thread, and TypeScript knows it. */
function toOwnBuffer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : new Uint8Array(bytes);
}
