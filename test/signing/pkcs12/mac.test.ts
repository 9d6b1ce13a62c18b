import { createHmac, pbkdf2Sync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readBer } from '../../../src/signing/asn1/ber-reader.ts';
import { integer, nothing, objectIdentifier, octetString, sequence } from '../../../src/signing/asn1/der-writer.ts';
import type { DerivationRequest } from '../../../src/signing/crypto.ts';
import { createExportableSigningKey } from '../../../src/signing/key.ts';
import { openPkcs12 } from '../../../src/signing/pkcs12/open-pkcs12.ts';
import { writePkcs12 } from '../../../src/signing/pkcs12/write-pkcs12.ts';
import { cryptos } from '../support/cryptos.ts';
import { createRandom } from '../support/random.ts';
import { nodeCrypto, now } from '../support/signed-file.ts';

const password = 'パスワード㈱𠮷';
const key = await createExportableSigningKey({ commonName: '山田', organization: '', now }, nodeCrypto);
const file = await writePkcs12(key, password, nodeCrypto, { iterations: 1000 });

const hmacIds = { sha1: 7, sha224: 8, sha256: 9, sha384: 10, sha512: 11 } as const;

interface Pbmac1 {
  hash?: keyof typeof hmacIds;
  prf?: keyof typeof hmacIds;
  iterations?: number;
  keyLength?: number;
  derivation?: string;
}

/** The file with a MAC as RFC 9579 has it, computed by Node. */
function withPbmac1(request: Pbmac1): Uint8Array {
  const {
    hash = 'sha256',
    prf = 'sha256',
    iterations = 1000,
    keyLength,
    derivation = '1.2.840.113549.1.5.12',
  } = request;
  const [version, safe] = readBer(file).children;
  const authenticated = safe?.children[1]?.children[0]?.content;
  if (!version || !authenticated) throw new Error('No PFX.');
  const salt = new Uint8Array(16).fill(3);
  // Numbers that are refused are written, not computed with.
  const macKey = pbkdf2Sync(password, salt, Math.min(iterations, 1000) || 1, keyLength ?? 32, prf);
  const digest = new Uint8Array(createHmac(hash, macKey).update(authenticated).digest());
  const hmac = (name: keyof typeof hmacIds) => sequence(objectIdentifier(`1.2.840.113549.2.${hmacIds[name]}`), nothing);
  const length = keyLength === undefined ? [] : [integer(keyLength)];
  const derivationInfo = sequence(
    objectIdentifier(derivation),
    sequence(octetString(salt), integer(iterations), ...length, hmac(prf)),
  );
  const algorithm = sequence(objectIdentifier('1.2.840.113549.1.5.14'), sequence(derivationInfo, hmac(hash)));
  const macData = sequence(sequence(algorithm, octetString(digest)), octetString(new Uint8Array(8)), integer(1));
  return sequence(version.bytes, safe.bytes, macData);
}

describe.each(cryptos)('PBMAC1 by $of', ({ crypto }) => {
  test.each<[Pbmac1]>([
    [{ hash: 'sha256', keyLength: 32 }],
    [{ hash: 'sha384', prf: 'sha384', keyLength: 48 }],
    [{ hash: 'sha512', prf: 'sha512', keyLength: 64 }],
    [{ hash: 'sha512', prf: 'sha1', keyLength: 20 }],
  ])('opens the file, and with no other password: %o', async (request) => {
    const bytes = withPbmac1(request);
    expect(await openPkcs12<unknown>(bytes, password, crypto)).toMatchObject({
      ok: true,
      signer: { fingerprint: key.fingerprint },
    });
    const other = await openPkcs12<unknown>(bytes, `${password}x`, crypto);
    expect(other).toMatchObject({ problem: 'wrong-password' });
  });
});

describe('PBMAC1', () => {
  test('finds a changed file', async () => {
    const bytes = withPbmac1({ keyLength: 32 });
    bytes[200] = (bytes[200] ?? 0) ^ 1;
    expect(await openPkcs12(bytes, password, nodeCrypto)).toMatchObject({ problem: 'wrong-password' });
  });

  test.each<[Pbmac1, object]>([
    [{}, { problem: 'damaged' }],
    [{ keyLength: 19 }, { problem: 'damaged' }],
    [{ keyLength: 65 }, { problem: 'damaged' }],
    [{ keyLength: 32, iterations: 0 }, { problem: 'damaged' }],
    [
      { keyLength: 32, iterations: 10_000_001 },
      { problem: 'unsupported', what: 'iterations' },
    ],
    [
      { keyLength: 32, hash: 'sha1' },
      { problem: 'unsupported', what: 'integrity' },
    ],
    [
      { keyLength: 32, prf: 'sha224' },
      { problem: 'unsupported', what: 'integrity' },
    ],
    [
      { keyLength: 32, derivation: '1.3.6.1.4.1.11591.4.11' },
      { problem: 'unsupported', what: 'integrity' },
    ],
  ])('does not take %o', async (request, expected) => {
    expect(await openPkcs12(withPbmac1(request), password, nodeCrypto)).toMatchObject({ ok: false, ...expected });
  });
});

describe('a key encrypted with the low bytes of the password', () => {
  test.each(['Mötley Crüe', 'パスワード'])('opens as BouncyCastle writes it: %s', async (text) => {
    const lowBytes = Uint8Array.from(text.split(''), (unit) => unit.charCodeAt(0) & 0xff);
    const odd = await writePkcs12(
      key,
      text,
      { ...nodeCrypto, deriveBytes: (request) => nodeCrypto.deriveBytes({ ...request, password: lowBytes }) },
      { iterations: 1000 },
    );
    expect(await openPkcs12(odd, text, nodeCrypto)).toMatchObject({
      ok: true,
      signer: { fingerprint: key.fingerprint },
    });
    expect(await openPkcs12(odd, `${text}é`, nodeCrypto)).toMatchObject({ problem: 'wrong-password' });
  });

  test('opens too when the bytes that UTF-8 gives look padded, as once in 256 times', async () => {
    const random = createRandom(20261130);
    const low = new TextEncoder().encode('C');
    const crypto = {
      ...nodeCrypto,
      random: (length: number) => Uint8Array.from({ length }, () => random(256)),
      deriveBytes: (request: DerivationRequest) => nodeCrypto.deriveBytes({ ...request, password: low }),
    };
    for (let count = 0; count < 500; count++) {
      // U+0143
      const odd = await writePkcs12(key, 'Ń', crypto, { iterations: 1 });
      expect(await openPkcs12(odd, 'Ń', nodeCrypto)).toMatchObject({ ok: true });
    }
  });
});
