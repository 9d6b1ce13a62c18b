import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { equalBytes } from '../../src/signing/bytes.ts';
import { buildCms, parseCms } from '../../src/signing/cms.ts';
import { createSigningKey, type SigningKey } from '../../src/signing/key.ts';
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

describe('parseCms', () => {
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
