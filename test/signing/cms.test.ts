import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { equalBytes } from '../../src/signing/bytes.ts';
import { buildCms, measureCms, parseCms } from '../../src/signing/cms.ts';
import type { SigningCrypto } from '../../src/signing/crypto.ts';
import { createSigningKey, type SigningKey } from '../../src/signing/key.ts';
import { issue, toSigner } from './support/certificates.ts';
import { cryptos } from './support/cryptos.ts';
import { ask, toPem } from './support/judges.ts';
import { createTestKey, nodeCrypto, now } from './support/signed-file.ts';

const content = new TextEncoder().encode('署名される中身');
const key = await createTestKey();
const digest = await nodeCrypto.digest(content);
const cms = await buildCms(digest, key, nodeCrypto);

/** The same bytes with the first occurrence of a piece of DER, in hexadecimal, replaced. */
function replaceHex(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const hex = Buffer.from(bytes).toString('hex');
  if (!hex.includes(from)) throw new Error(`${from} is not there.`);
  return new Uint8Array(Buffer.from(hex.replace(from, to), 'hex'));
}

/** A certificate for another key under another name, as if it had issued the signer's. */
function createOther(commonName: string): Promise<SigningKey<CryptoKey>> {
  return createSigningKey({ commonName, organization: '認証局', now }, nodeCrypto);
}

describe('buildCms', () => {
  test('signs what the key of the certificate verifies, with the time left out', async () => {
    const message = parseCms(cms);
    if (!message) throw new Error('Not canonical.');
    const { signer, signature, signedAttributes } = message;
    expect(await nodeCrypto.verify(signer.facts.publicKey, signature, signedAttributes)).toBe(true);
    expect(message.messageDigest).toEqual(digest);
    expect(Buffer.from(cms).includes(Buffer.from('2a864886f70d010905', 'hex'))).toBe(false);
  });

  test('is CAdES to openssl', () => {
    const files = { 'cms.der': cms, content, 'c.pem': toPem(key.certificate) };
    const said = ask(
      'openssl',
      'cms -verify -cades -binary -inform der -in cms.der -content content -CAfile c.pem -purpose any -out out'.split(
        ' ',
      ),
      files,
    );
    if (said) expect(said).toEqual({ status: 0, output: expect.stringContaining('Verification successful') });
  });

  test('carries a chain of certificates and names each of them in signing-certificate-v2', async () => {
    const [first, second] = [await createOther('中間'), await createOther('根')];
    const chain = [first.certificate, second.certificate];
    const message = parseCms(await buildCms(digest, { ...key, chain }, nodeCrypto));
    expect(message?.signer.der).toEqual(key.certificate);
    expect(message?.chain.map(({ der }) => der)).toEqual(chain);
    for (const { der, statedHash } of message?.chain ?? []) expect(statedHash).toEqual(await nodeCrypto.digest(der));
  });

  test('takes a certificate of somebody else as it is, byte for byte', async () => {
    // critical TRUE as 01 is BER; no encoder of ours would write it.
    const foreign = replaceHex(key.certificate, '0101ff', '010101');
    const message = parseCms(await buildCms(digest, { ...key, certificate: foreign }, nodeCrypto));
    expect(message?.signer.der).toEqual(foreign);
  });
});

describe.each([
  ['RSA', 'rsa'],
  ['P-384', 'P-384'],
] as const)('buildCms with %s', (_, kind) => {
  test.each(cryptos)('signs by $of what both verify and openssl calls CAdES', async ({ crypto }) => {
    const certificate = issue('署名者', { key: kind });
    const signing: SigningCrypto<unknown> = crypto;
    const signer = await toSigner(certificate, signing);
    const signed = await buildCms(digest, signer, signing);
    const message = parseCms(signed);
    if (!message) throw new Error('Not canonical.');
    for (const { crypto: verifying } of cryptos) {
      const { publicKey } = message.signer.facts;
      expect(await verifying.verify(publicKey, message.signature, message.signedAttributes)).toBe(true);
    }
    const said = ask(
      'openssl',
      'cms -verify -cades -binary -inform der -in cms.der -content content -CAfile c.pem -purpose any -no_check_time -out out'.split(
        ' ',
      ),
      { 'cms.der': signed, content, 'c.pem': toPem(certificate.der) },
    );
    if (said) expect(said).toEqual({ status: 0, output: expect.stringContaining('Verification successful') });
  });
});

describe('measureCms', () => {
  test.each(['P-256', 'P-384', 'rsa'] as const)('asks for enough room, and for little too much: %s', async (kind) => {
    const root = issue('根', { key: kind });
    const middle = issue('とても長い名前の中間認証局・東京'.slice(0, 20), { key: kind, issuer: root });
    const leaf = issue('署名者', { key: kind, issuer: middle, isAuthority: false });
    for (const chain of [[], [middle], [middle, root]]) {
      const signer = await toSigner(leaf, nodeCrypto, chain);
      const { length } = await buildCms(digest, signer, nodeCrypto);
      const measured = measureCms(signer);
      expect(measured).toBeGreaterThanOrEqual(length);
      expect(measured).toBeLessThan(length + 250);
    }
  });

  test('throws on a key that does not sign here, as buildCms does', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-521' });
    const { der } = issue('署名者', { privateKey });
    expect(() => measureCms({ certificate: der })).toThrow(TypeError);
    await expect(buildCms(digest, { ...key, certificate: der }, nodeCrypto)).rejects.toThrow(TypeError);
  });
});

describe('parseCms', () => {
  test('refuses other forms of one RSA signature', async () => {
    const signer = await toSigner(issue('署名者', { key: 'rsa' }), nodeCrypto);
    const signed = await buildCms(digest, signer, nodeCrypto);
    // rsaEncryption behind the signed attributes, which the key's own in the certificate is not the last of.
    const algorithm = '300d06092a864886f70d0101010500';
    const hex = Buffer.from(signed).toString('hex');
    const at = hex.lastIndexOf(algorithm);
    const put = (other: string) => new Uint8Array(Buffer.from(hex.slice(0, at) + other + hex.slice(at + 30), 'hex'));
    expect(parseCms(put(algorithm))).toBeDefined();
    expect(parseCms(put('300d06092a864886f70d01010b0500'))).toBeUndefined();
    expect(parseCms(put('300d06092a864886f70d0101010400'))).toBeUndefined();
    // As many bytes, but a number beyond the modulus.
    const beyond = hex.slice(0, -512) + 'ff'.repeat(256);
    expect(parseCms(new Uint8Array(Buffer.from(beyond, 'hex')))).toBeUndefined();
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['a byte after the end', Uint8Array.of(...cms, 0)],
    ['a missing last byte', cms.subarray(0, -1)],
    ['an outer length in indefinite form', replaceHex(cms, '3082', '3080')],
    ['another version', replaceHex(cms, '020101310d', '020103310d')],
    ['SHA-384 as digest', replaceHex(cms, '310d300b0609608648016503040201', '310d300b0609608648016503040202')],
    ['content that is not detached', replaceHex(cms, '300b06092a864886f70d010701', '300d06092a864886f70d010701a000')],
    ['another signature algorithm', replaceHex(cms, '300a06082a8648ce3d04030204', '300a06082a8648ce3d04030304')],
    ['signed attributes in another order', swapAttributes(cms)],
  ])('refuses %s', (_, bytes) => {
    expect(equalBytes(bytes, cms)).toBe(false);
    expect(parseCms(bytes)).toBeUndefined();
  });

  test('refuses a certificate in the chain that signing-certificate-v2 does not name', async () => {
    const other = await createOther('認証局');
    const chained = await buildCms(digest, { ...key, chain: [other.certificate] }, nodeCrypto);
    const serial = new X509Certificate(other.certificate).serialNumber.toLowerCase();
    // The first of the two places is the certificate; the other is the name for it.
    const [before, ...after] = Buffer.from(chained).toString('hex').split(serial);
    const renamed = [before, after.join(serial)].join(serial.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')));
    expect(parseCms(new Uint8Array(Buffer.from(renamed, 'hex')))).toBeUndefined();
  });

  test('refuses more certificates than a chain can have', async () => {
    const chain = await Promise.all(Array.from({ length: 10 }, (_, index) => createOther(`局${index}`)));
    const many = await buildCms(digest, { ...key, chain: chain.map(({ certificate }) => certificate) }, nodeCrypto);
    expect(parseCms(many)).toBeUndefined();
  });
});

/** content-type and message-digest exchanged: the same SET in BER, not in DER. */
function swapAttributes(bytes: Uint8Array): Uint8Array {
  const hex = Buffer.from(bytes).toString('hex');
  const contentType = '301806092a864886f70d010903310b06092a864886f70d010701';
  const messageDigest = `302f06092a864886f70d01090431220420${Buffer.from(digest).toString('hex')}`;
  const swapped = hex.replace(contentType + messageDigest, messageDigest + contentType);
  return new Uint8Array(Buffer.from(swapped, 'hex'));
}
