import { p256, p384 } from '@noble/curves/nist.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import type { SigningCrypto } from '../crypto.ts';
import { type PrivateKey, parsePrivateKey, toPrivateKeyInfo } from '../private-key.ts';
import { coordinateSize, parsePublicKey, toEcPublicKeyInfo } from '../public-key.ts';
import { signRsa, verifyRsa } from './rsa.ts';

const curves = { 'P-256': p256, 'P-384': p384 } as const;
const hashes = { 'SHA-256': sha256, 'SHA-384': sha384, 'SHA-512': sha512 } as const;

/** A private key in the memory of this page: it is gone with the page, and only this module looks inside. */
export class PureKey {
  readonly #key: PrivateKey;

  constructor(key: PrivateKey) {
    this.#key = key;
  }

  /** Signs a SHA-256 digest; see `SigningCrypto.sign`. */
  async sign(digest: Uint8Array, random: (length: number) => Uint8Array): Promise<Uint8Array> {
    const key = this.#key;
    if (key.kind === 'rsa') return signRsa(key, digest, random);
    // Fresh bytes beside the deterministic nonce (RFC 6979, 3.6): neither a bad generator nor a fault alone tells the key.
    return curves[key.curve].sign(digest, key.secret, { prehash: false, extraEntropy: random(32) });
  }
}

/**
 * The same cryptography in JavaScript, for pages whose browser has none because they came over plain http.
 * Its arithmetic is not constant-time, which JavaScript cannot give: somebody who can measure on this very machine, to the
 * microsecond, over many signatures, could learn of a key. Such a person could read the page itself.
 * @param getRandomValues fills an array, e.g. `(bytes) => crypto.getRandomValues(bytes)`, which exists on plain http too
 */
export function pureCrypto(getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): SigningCrypto<PureKey> {
  const random = (length: number) => getRandomValues(new Uint8Array(length));
  const generate = () => {
    // 16 bytes more than the key has: reduced to its range, no value is likelier than another (FIPS 186-5, A.2.1).
    const secret = p256.utils.randomSecretKey(random(48));
    const point = p256.getPublicKey(secret, false);
    return {
      key: { kind: 'ec', curve: 'P-256', secret, point } as const,
      publicKey: toEcPublicKeyInfo('P-256', point),
    };
  };

  return {
    async digest(bytes) {
      return sha256(bytes);
    },
    random,
    async createKey() {
      const { key, publicKey } = generate();
      return { privateKey: new PureKey(key), publicKey };
    },
    async createExportableKey() {
      const { key, publicKey } = generate();
      return { privateKeyInfo: toPrivateKeyInfo(key), publicKey };
    },
    async importKey(privateKeyInfo) {
      const key = parsePrivateKey(privateKeyInfo);
      if (!key) throw new TypeError('No key that signs here.');
      if (key.kind === 'ec' && !curves[key.curve].utils.isValidSecretKey(key.secret))
        throw new RangeError('The secret is not in the range of the curve.');
      return new PureKey(key);
    },
    async sign(privateKey, bytes) {
      return privateKey.sign(sha256(bytes), random);
    },
    async verify(publicKey, signature, bytes, hash = 'SHA-256') {
      const key = parsePublicKey(publicKey);
      if (!key) throw new TypeError('No key that is verified with here.');
      const digest = hashes[hash](bytes);
      if (key.kind === 'rsa') return verifyRsa(key, signature, digest, hash);
      // noble throws on another length, where WebCrypto says no. Whether s is in its lower half is for the readers of
      // signatures: certificates of others may have either.
      if (signature.length !== 2 * coordinateSize[key.curve]) return false;
      return curves[key.curve].verify(signature, digest, key.point, { prehash: false, lowS: false });
    },
    async deriveBytes(request) {
      const { deriveBytes } = await import('./derive-bytes.ts');
      return deriveBytes(request);
    },
  };
}
