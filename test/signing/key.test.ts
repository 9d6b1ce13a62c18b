import { createPrivateKey, X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readCertificate } from '../../src/signing/certificate.ts';
import type { SigningCrypto } from '../../src/signing/crypto.ts';
import { fitSignerName } from '../../src/signing/distinguished-name.ts';
import { createExportableSigningKey, createSigningKey } from '../../src/signing/key.ts';
import { parsePrivateKey } from '../../src/signing/private-key.ts';
import { issue, keyUsages } from './support/certificates.ts';
import { cryptos } from './support/cryptos.ts';
import { ask, toPem } from './support/judges.ts';
import { createTestKey, nodeCrypto, now } from './support/signed-file.ts';

describe('createSigningKey', () => {
  test('makes a certificate for three years that Node reads and finds signed by its own key', async () => {
    const { certificate, fingerprint } = await createTestKey();
    const read = new X509Certificate(certificate);
    expect(read.verify(read.publicKey)).toBe(true);
    expect(read.subject).toBe('O=株式会社𠮷野\nCN=髙橋﨑子・𩸽・辻');
    expect(read.issuer).toBe(read.subject);
    expect([read.validFromDate.toISOString(), read.validToDate.toISOString()]).toEqual([
      '2026-11-21T06:30:00.000Z',
      '2029-11-21T06:30:00.000Z',
    ]);
    expect(read.ca).toBe(false);
    // Node's name for the extended key usage.
    expect(read.keyUsage).toBeUndefined();
    expect(read.fingerprint256.replaceAll(':', '').toLowerCase()).toBe(fingerprint);
    expect(read.serialNumber).toMatch(/^[4-7][0-9A-F]{31}$/);
  });

  test('says in its extensions what openssl reads: no CA, signing only, key identifiers, no extended key usage', async () => {
    const { certificate } = await createTestKey();
    const said = ask('openssl', ['x509', '-in', 'c.pem', '-noout', '-text'], { 'c.pem': toPem(certificate) });
    if (!said) return;
    const extensions = said.output
      .slice(said.output.indexOf('X509v3 extensions'), said.output.lastIndexOf('Signature Algorithm'))
      .replace(/(?:[0-9A-F]{2}:){19}[0-9A-F]{2}/g, 'HEX');
    expect(extensions.replace(/ +\n/g, '\n').replace(/^ +/gm, '')).toMatchInlineSnapshot(`
      "X509v3 extensions:
      X509v3 Basic Constraints: critical
      CA:FALSE
      X509v3 Key Usage: critical
      Digital Signature, Non Repudiation
      X509v3 Subject Key Identifier:
      HEX
      X509v3 Authority Key Identifier:
      HEX
      "
    `);
  });

  test('reads back what it wrote, with a private key that cannot be read out', async () => {
    const { certificate, privateKey } = await createTestKey();
    expect(readCertificate(certificate)).toMatchObject({
      commonName: '髙橋﨑子・𩸽・辻',
      organization: '株式会社𠮷野',
      subject: 'O=株式会社𠮷野, CN=髙橋﨑子・𩸽・辻',
      selfSigned: true,
      maySign: true,
      notBefore: now,
    });
    expect(privateKey.extractable).toBe(false);
  });

  test('writes years from 2050 on as GeneralizedTime', async () => {
    const { certificate } = await createTestKey(new Date('2048-02-29T00:00:00Z'));
    expect(new X509Certificate(certificate).validToDate.toISOString()).toBe('2051-03-01T00:00:00.000Z');
    expect(readCertificate(certificate).notAfter.toISOString()).toBe('2051-03-01T00:00:00.000Z');
  });

  test('leaves out an empty organization', async () => {
    const key = await createSigningKey({ commonName: '山田', organization: '', now }, nodeCrypto);
    expect(readCertificate(key.certificate)).toMatchObject({ subject: 'CN=山田', organization: '' });
  });

  test.each([
    ['an empty name', ''],
    ['a line break', '山田\n太郎'],
    ['a mark that turns the order of letters', '山田\u202e太郎'],
    ['half a surrogate pair', '山田\ud842'],
  ])('refuses %s', async (_, commonName) => {
    await expect(createSigningKey({ commonName, organization: '', now }, nodeCrypto)).rejects.toThrow(RangeError);
  });
});

describe.each(cryptos)('createExportableSigningKey by $of', ({ crypto }) => {
  const signing: SigningCrypto<unknown> = crypto;

  test('gives the private half once, beside a key to sign with that cannot be read out', async () => {
    const key = await createExportableSigningKey({ commonName: '山田', organization: '', now }, signing);
    const read = new X509Certificate(key.certificate);
    expect(read.verify(read.publicKey)).toBe(true);
    const exported = createPrivateKey({ key: Buffer.from(key.privateKeyInfo), format: 'der', type: 'pkcs8' });
    expect(read.checkPrivateKey(exported)).toBe(true);
    expect(JSON.stringify(key.privateKey)).toBe('{}');
    if (key.privateKey instanceof CryptoKey) expect(key.privateKey.extractable).toBe(false);
    const signature = await signing.sign(key.privateKey, key.certificate);
    key.privateKeyInfo.fill(0);
    expect(() => parsePrivateKey(key.privateKeyInfo)).toThrow();
    // What signs is not what was forgotten.
    const again = await signing.sign(key.privateKey, key.certificate);
    for (const one of [signature, again]) {
      const publicKey = readCertificate(key.certificate).publicKey;
      expect(await nodeCrypto.verify(publicKey, one, key.certificate)).toBe(true);
    }
  });
});

describe('fitSignerName', () => {
  test('keeps 64 characters, counting 𠮷 once, and says nothing', () => {
    const name = { commonName: '𠮷'.repeat(64), organization: '' };
    expect(fitSignerName(name)).toEqual({ ...name, shortened: false, simplified: false });
  });

  test('cuts before a character that would lose its mark', () => {
    const commonName = `${'山'.repeat(63)}カ\u309a`;
    expect(fitSignerName({ commonName, organization: '' })).toMatchObject({
      commonName: '山'.repeat(63),
      shortened: true,
    });
  });

  test.each([
    ['U+E0100', '辻\u{E0100}井', '辻井'],
    ['U+E01EF', '邉\u{E01EF}', '邉'],
    ['U+FE00', '令\uFE00和', '令和'],
    ['U+FE0F', '㊙\uFE0F', '㊙'],
  ])('leaves %s out, and says so', (_, name, plain) => {
    const told = { shortened: false, simplified: true };
    expect(fitSignerName({ commonName: name, organization: '株' })).toEqual({
      commonName: plain,
      organization: '株',
      ...told,
    });
    expect(fitSignerName({ commonName: '山', organization: name })).toEqual({
      commonName: '山',
      organization: plain,
      ...told,
    });
  });

  test('does not call a name shortened that fits once its selectors are gone', () => {
    const name = { commonName: '辻\u{E0100}'.repeat(64), organization: '' };
    expect(fitSignerName(name)).toMatchObject({ commonName: '辻'.repeat(64), shortened: false, simplified: true });
  });

  test('cuts the organization, and the certificate takes it', async () => {
    const key = await createSigningKey({ commonName: '山', organization: '株'.repeat(100), now }, nodeCrypto);
    expect(key.name).toEqual({
      commonName: '山',
      organization: '株'.repeat(64),
      shortened: true,
      simplified: false,
    });
    expect(readCertificate(key.certificate).organization).toBe('株'.repeat(64));
  });
});

describe('readCertificate', () => {
  const [cn, o, ou] = ['2.5.4.3', '2.5.4.10', '2.5.4.11'] as const;

  test.each<[string, [string, string][], string]>([
    [
      'the common name',
      [
        [o, '株式会社𠮷野'],
        [ou, '総務部'],
        [cn, '髙橋﨑子'],
      ],
      '髙橋﨑子',
    ],
    [
      'organization and unit',
      [
        [o, '株式会社𠮷野'],
        [ou, '総務部'],
        [ou, '契約課'],
      ],
      '株式会社𠮷野 総務部 契約課',
    ],
    ['the organization', [[o, '株式会社𠮷野']], '株式会社𠮷野'],
    ['the unit', [[ou, '総務部']], '総務部'],
    [
      'organization and unit, for an empty common name',
      [
        [cn, ''],
        [o, '会社'],
        [ou, '課'],
      ],
      '会社 課',
    ],
    ['no name', [['2.5.4.6', 'JP']], '（証明書に名前がない）'],
    ['no name at all', [], '（証明書に名前がない）'],
  ])('calls the signer by %s', (_, attributes, expected) => {
    expect(readCertificate(issue('x', { attributes }).der).commonName).toBe(expected);
  });

  test.each([
    ['nothing said', undefined, true],
    ['digitalSignature', keyUsages.digitalSignature, true],
    ['nonRepudiation alone, as qualified certificates have it', keyUsages.nonRepudiation, true],
    ['both', keyUsages.digitalSignature | keyUsages.nonRepudiation, true],
    ['keyEncipherment', keyUsages.keyEncipherment, false],
    ['keyCertSign', keyUsages.keyCertSign, false],
  ])('knows whether a certificate is for signing: %s', (_, usage, maySign) => {
    const certificate = issue('x', usage === undefined ? {} : { usage });
    expect(readCertificate(certificate.der).maySign).toBe(maySign);
  });
});
