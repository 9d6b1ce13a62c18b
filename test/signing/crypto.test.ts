import {
  createPrivateKey,
  generateKeyPairSync,
  pbkdf2Sync,
  sign as signInNode,
  verify as verifyInNode,
} from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { findCrypto, type HashName, type SigningCrypto } from '../../src/signing/crypto.ts';
import { parsePrivateKey, toPrivateKeyInfo } from '../../src/signing/private-key.ts';
import { cryptos, plainCrypto } from './support/cryptos.ts';
import { nodeCrypto } from './support/signed-file.ts';

const message = new TextEncoder().encode('署名される中身');

/** A key pair of Node's making, DER. */
interface Pair {
  privateKeyInfo: Uint8Array;
  publicKey: Uint8Array;
}

const encoding = {
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'der' },
} as const;

function toPair({ privateKey, publicKey }: { privateKey: Buffer; publicKey: Buffer }): Pair {
  return { privateKeyInfo: new Uint8Array(privateKey), publicKey: new Uint8Array(publicKey) };
}

const rsa = (modulusLength: number, publicExponent = 65537) =>
  toPair(generateKeyPairSync('rsa', { modulusLength, publicExponent, ...encoding }));
const ec = (namedCurve: string) => toPair(generateKeyPairSync('ec', { namedCurve, ...encoding }));

const keys = {
  'RSA 2048': rsa(2048),
  'RSA 3072': rsa(3072),
  'RSA 2048 with the exponent 3': rsa(2048, 3),
  'RSA of 2050 bits': rsa(2050),
  'P-256': ec('P-256'),
  'P-384': ec('P-384'),
};

async function sign<Key>(crypto: SigningCrypto<Key>, { privateKeyInfo }: Pair): Promise<Uint8Array> {
  return crypto.sign(await crypto.importKey(privateKeyInfo), message);
}

/** Node's own judgement, by OpenSSL. */
function judge(publicKey: Uint8Array, signature: Uint8Array): boolean {
  const key = { key: Buffer.from(publicKey), format: 'der', type: 'spki', dsaEncoding: 'ieee-p1363' } as const;
  return verifyInNode('sha256', message, key, signature);
}

describe.each(cryptos)('signing by $of', ({ crypto }) => {
  test.each(Object.entries(keys))('holds for the other one and for OpenSSL: %s', async (_, pair) => {
    // The two are of different types of keys, which a test that must not tell them apart does not want to know.
    const signature = await sign<unknown>(crypto, pair);
    for (const { crypto: other } of cryptos) {
      expect(await other.verify(pair.publicKey, signature, message)).toBe(true);
      expect(await other.verify(pair.publicKey, signature, message.subarray(1))).toBe(false);
    }
    expect(judge(pair.publicKey, signature)).toBe(true);
  });

  test.each(Object.entries(keys))('does not hold with any byte changed: %s', async (_, pair) => {
    const signature = await sign<unknown>(crypto, pair);
    for (let at = 0; at < signature.length; at += 17) {
      const changed = signature.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await crypto.verify(pair.publicKey, changed, message)).toBe(false);
    }
    expect(await crypto.verify(pair.publicKey, signature.subarray(1), message)).toBe(false);
  });

  test.each<[HashName, string]>([
    ['SHA-256', 'sha256'],
    ['SHA-384', 'sha384'],
    ['SHA-512', 'sha512'],
  ])('verifies what others sign with %s', async (hash, name) => {
    for (const { privateKeyInfo, publicKey } of [keys['RSA 2048'], keys['P-256'], keys['P-384']]) {
      const key = createPrivateKey({ key: Buffer.from(privateKeyInfo), format: 'der', type: 'pkcs8' });
      const signature = new Uint8Array(signInNode(name, message, { key, dsaEncoding: 'ieee-p1363' }));
      expect(await crypto.verify(publicKey, signature, message, hash)).toBe(true);
      expect(await crypto.verify(publicKey, signature, message, hash === 'SHA-256' ? 'SHA-512' : 'SHA-256')).toBe(
        false,
      );
    }
  });

  test('makes keys, in the open and not', async () => {
    const { privateKeyInfo, publicKey } = await crypto.createExportableKey();
    expect(judge(publicKey, await sign<unknown>(crypto, { privateKeyInfo, publicKey }))).toBe(true);
    const signer: SigningCrypto<unknown> = crypto;
    const locked = await signer.createKey();
    expect(judge(locked.publicKey, await signer.sign(locked.privateKey, message))).toBe(true);
    expect(JSON.stringify(locked.privateKey)).toBe('{}');
  });

  test.each([
    ['RSA of 1,024 bits', () => rsa(1024)],
    ['P-521', () => ec('P-521')],
    ['Ed25519', () => toPair(generateKeyPairSync('ed25519', encoding))],
  ])('takes no key of another kind: %s', async (_, make) => {
    const { privateKeyInfo, publicKey } = make();
    await expect(crypto.importKey(privateKeyInfo)).rejects.toThrow(TypeError);
    await expect(crypto.verify(publicKey, new Uint8Array(64), message)).rejects.toThrow(TypeError);
  });

  test.each([
    ['SHA-1', 'sha1', 'パスワード'],
    ['SHA-256', 'sha256', ''],
    ['SHA-384', 'sha384', 'p'],
    ['SHA-512', 'sha512', '𠮷'.repeat(100)],
  ] as const)('derives bytes as PBKDF2 with %s', async (hash, name, text) => {
    const [password, salt] = [new TextEncoder().encode(text), new Uint8Array(20).fill(7)];
    const derived = await crypto.deriveBytes({ password, salt, iterations: 1000, hash, length: 40 });
    expect(Buffer.from(derived)).toEqual(pbkdf2Sync(password, salt, 1000, 40, name));
  });
});

describe('pureCrypto', () => {
  test('gives out no RSA signature when the key is damaged', async () => {
    const key = parsePrivateKey(keys['RSA 2048'].privateKeyInfo);
    if (key?.kind !== 'rsa') throw new Error('Not RSA.');
    const damaged = await plainCrypto.importKey(toPrivateKeyInfo({ ...key, exponent1: key.exponent1 - 2n }));
    await expect(plainCrypto.sign(damaged, message)).rejects.toThrow('damaged');
  });

  test('signs with RSA the same each time, whatever the blinding, and with ECDSA differently', async () => {
    for (const [name, isSame] of [
      ['RSA 2048', true],
      ['P-256', false],
    ] as const) {
      const key = await plainCrypto.importKey(keys[name].privateKeyInfo);
      const [one, other] = [await plainCrypto.sign(key, message), await plainCrypto.sign(key, message)];
      expect(Buffer.from(one).equals(Buffer.from(other))).toBe(isSame);
    }
  });

  test('refuses an EC secret of 0 or beyond the order', async () => {
    const key = parsePrivateKey(keys['P-256'].privateKeyInfo);
    if (key?.kind !== 'ec') throw new Error('Not EC.');
    for (const byte of [0, 0xff]) {
      const info = toPrivateKeyInfo({ ...key, secret: new Uint8Array(32).fill(byte) });
      await expect(plainCrypto.importKey(info)).rejects.toThrow();
    }
  });
});

describe('findCrypto', () => {
  test('takes the browser’s where there is one', async () => {
    expect(await findCrypto(globalThis.crypto)).toMatchObject({ kind: 'browser' });
  });

  test('takes the one in JavaScript where the page came over plain http', async () => {
    const found = await findCrypto({ getRandomValues: (bytes) => globalThis.crypto.getRandomValues(bytes) });
    expect(found.kind).toBe('page');
    expect(await found.crypto.digest(message)).toEqual(await nodeCrypto.digest(message));
    expect(new Set(found.crypto.random(64)).size).toBeGreaterThan(30);
  });
});
