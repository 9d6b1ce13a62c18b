import { cbc as aesCbc } from '@noble/ciphers/aes.js';
import {
  type BerValue,
  childrenOf,
  expectTag,
  readBer,
  readCount,
  readObjectIdentifier,
  readOctets,
  tags,
} from '../asn1/ber-reader.ts';
import { toHex } from '../bytes.ts';
import type { SigningCrypto } from '../crypto.ts';
import { decryptCbc } from './cbc.ts';
import { tripleDes } from './des.ts';
import type { IterationAllowance } from './iteration-allowance.ts';
import type { EncodedPassword } from './password.ts';
import { derivePbkdf2 } from './pbkdf2.ts';
import { derivePkcs12 } from './pkcs12-kdf.ts';
import { failUnsupported, Pkcs12Error } from './pkcs12-problems.ts';
import { rc2 } from './rc2.ts';

type Decipher = (key: Uint8Array, iv: Uint8Array, data: Uint8Array) => Uint8Array;

interface Cipher {
  keyLength: number;
  decipher: Decipher;
}

const des: Decipher = (key, iv, data) => decryptCbc(tripleDes(key), iv, data);
const aes: Decipher = (key, iv, data) => aesCbc(key, iv).decrypt(data);

/** Ciphers of PKCS#12's own schemes (RFC 7292, appendix C); RC4, the other two, nobody writes. */
const oldCiphers: Readonly<Record<string, Cipher>> = {
  '1.2.840.113549.1.12.1.3': { keyLength: 24, decipher: des },
  '1.2.840.113549.1.12.1.4': { keyLength: 16, decipher: des },
  '1.2.840.113549.1.12.1.5': { keyLength: 16, decipher: (key, iv, data) => decryptCbc(rc2(key, 128), iv, data) },
  '1.2.840.113549.1.12.1.6': { keyLength: 5, decipher: (key, iv, data) => decryptCbc(rc2(key, 40), iv, data) },
};

/** Ciphers inside PBES2 (RFC 8018, B.2.2 and B.2.5). */
const newCiphers: Readonly<Record<string, Cipher>> = {
  '1.2.840.113549.3.7': { keyLength: 24, decipher: des },
  '2.16.840.1.101.3.4.1.2': { keyLength: 16, decipher: aes },
  '2.16.840.1.101.3.4.1.22': { keyLength: 24, decipher: aes },
  '2.16.840.1.101.3.4.1.42': { keyLength: 32, decipher: aes },
};

const pbes2 = '1.2.840.113549.1.5.13';

/** Deciphers the parts of one file with one password. */
export class Decryption {
  readonly #password: EncodedPassword;
  readonly #crypto: Pick<SigningCrypto<unknown>, 'deriveBytes'>;
  readonly #allowance: IterationAllowance;
  /** Keys by what they were derived from: our own backups use one key for both parts. */
  readonly #keys = new Map<string, Promise<Uint8Array>>();

  constructor(
    password: EncodedPassword,
    crypto: Pick<SigningCrypto<unknown>, 'deriveBytes'>,
    allowance: IterationAllowance,
  ) {
    this.#password = password;
    this.#crypto = crypto;
    this.#allowance = allowance;
  }

  /**
   * @param algorithm AlgorithmIdentifier of the scheme
   * @throws Pkcs12Error `unsupported`; Error when the password is another or the data is damaged, which look the same here
   */
  async decrypt(algorithm: BerValue | undefined, data: Uint8Array): Promise<Uint8Array> {
    const [id, parameters] = childrenOf(algorithm, tags.sequence);
    const scheme = readObjectIdentifier(id);
    if (scheme === pbes2) return this.#decryptNew(parameters, data);
    const cipher = oldCiphers[scheme];
    if (!cipher) throw failUnsupported('encryption', `Scheme ${scheme}.`);
    return this.#decryptOld(cipher, parameters, data);
  }

  /** PKCS#12's own schemes (RFC 7292, appendix C): all with SHA-1, key and IV derived. */
  async #decryptOld(cipher: Cipher, parameters: BerValue | undefined, data: Uint8Array): Promise<Uint8Array> {
    const [salt, count] = childrenOf(parameters, tags.sequence);
    const shared = {
      hash: 'SHA-1',
      password: this.#password.utf16,
      salt: readOctets(salt),
      iterations: readCount(count),
    } as const;
    this.#allowance.spend(shared.iterations);
    const key = await derivePkcs12({ ...shared, purpose: 'key', length: cipher.keyLength });
    const iv = await derivePkcs12({ ...shared, purpose: 'iv', length: 8 });
    return cipher.decipher(key, iv, data);
  }

  /** PBES2 (RFC 8018, 6.2 and A.4). */
  async #decryptNew(parameters: BerValue | undefined, data: Uint8Array): Promise<Uint8Array> {
    const [derivation, encryption] = childrenOf(parameters, tags.sequence);
    const [cipherId, iv] = childrenOf(encryption, tags.sequence);
    const cipher = newCiphers[readObjectIdentifier(cipherId)];
    if (!cipher) throw failUnsupported('encryption', `Cipher ${readObjectIdentifier(cipherId)}.`);
    const tryWith = async (password: Uint8Array) => {
      const key = await this.#deriveOnce(expectTag(derivation, tags.sequence), password, cipher.keyLength);
      const text = cipher.decipher(key, readOctets(iv), data);
      // With another key the padding fits once in 256 times, and what comes out is no BER.
      readBer(text);
      return text;
    };
    const { utf8, lowBytes } = this.#password;
    if (!lowBytes) return tryWith(utf8);
    return tryWith(utf8).catch((error) => {
      if (error instanceof Pkcs12Error && error.failure.problem === 'unsupported') throw error;
      return tryWith(lowBytes);
    });
  }

  #deriveOnce(derivation: BerValue, password: Uint8Array, length: number): Promise<Uint8Array> {
    const id = `${length} ${toHex(password)} ${toHex(derivation.bytes)}`;
    const request = { password, length, part: 'encryption' } as const;
    const known = this.#keys.get(id) ?? derivePbkdf2(derivation, request, this.#crypto, this.#allowance);
    this.#keys.set(id, known);
    return known;
  }
}
