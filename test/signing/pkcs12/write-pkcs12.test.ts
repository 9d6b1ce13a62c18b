import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createExportableSigningKey } from '../../../src/signing/key.ts';
import { openPkcs12 } from '../../../src/signing/pkcs12/open-pkcs12.ts';
import { writePkcs12 } from '../../../src/signing/pkcs12/write-pkcs12.ts';
import { issue, toExportable } from '../support/certificates.ts';
import { cryptos, plainCrypto } from '../support/cryptos.ts';
import { ask } from '../support/judges.ts';
import { splitEncryptedPart } from '../support/key-files.ts';
import { nodeCrypto, now } from '../support/signed-file.ts';

const password = 'パスワード㈱𠮷';
const name = { commonName: '髙橋﨑子・𩸽・辻', organization: '株式会社𠮷野' };
const key = await createExportableSigningKey({ ...name, now }, nodeCrypto);
/** For tests of what does not hang on how often. */
const few = { iterations: 1000 };
const backup = await writePkcs12(key, password, nodeCrypto);

describe('writePkcs12', () => {
  test.each(cryptos)('is opened by $of with the same key and name', async ({ crypto }) => {
    const opened = await openPkcs12<unknown>(backup, password, crypto);
    expect(opened).toMatchObject({
      ok: true,
      friendlyName: name.commonName,
      signer: { certificate: key.certificate, chain: [], fingerprint: key.fingerprint, name },
    });
  });

  test('comes out of the cryptography in JavaScript as well', async () => {
    const own = await createExportableSigningKey({ ...name, now }, plainCrypto);
    const opened = await openPkcs12(await writePkcs12(own, password, plainCrypto, few), password, nodeCrypto);
    expect(opened).toMatchObject({ ok: true, signer: { fingerprint: own.fingerprint } });
  });

  test('is what openssl reads: names, algorithms, and the very key', () => {
    const said = ask('openssl', ['pkcs12', '-in', 'k.p12', '-passin', `pass:${password}`, '-info', '-nodes'], {
      'k.p12': backup,
    });
    if (!said) return;
    expect(said.status).toBe(0);
    expect(said.output).toContain('MAC: sha256, Iteration 600000');
    const scheme = 'PBES2, PBKDF2, AES-256-CBC, Iteration 600000, PRF hmacWithSHA256';
    expect(said.output).toContain(`Shrouded Keybag: ${scheme}`);
    expect(said.output).toContain(`Encrypted data: ${scheme}`);
    expect(said.output).toContain(new X509Certificate(key.certificate).toString().trim());
    const pem = /-----BEGIN PRIVATE KEY-----\n([^-]+)-----END/.exec(said.output)?.[1] ?? '';
    expect(new Uint8Array(Buffer.from(pem, 'base64'))).toEqual(key.privateKeyInfo);
  });

  test('is what the keytool of Java reads', async () => {
    // Java takes no other password than ASCII for this kind of file.
    const file = await writePkcs12(key, 'secret', nodeCrypto, few);
    const said = ask('keytool', ['-list', '-keystore', 'k.p12', '-storepass', 'secret'], { 'k.p12': file });
    if (!said) return;
    const fingerprint = key.fingerprint.toUpperCase().match(/../g)?.join(':') ?? '';
    expect(said.output).toContain('PrivateKeyEntry');
    expect(said.output).toContain(fingerprint);
  });

  test('carries an RSA key with its chain', async () => {
    const root = issue('根', { key: 'rsa' });
    const signer = issue('署名者', { key: 'rsa', issuer: root, isAuthority: false });
    const file = await writePkcs12({ ...toExportable(signer), chain: [root.der] }, 'secret', nodeCrypto, few);
    const opened = await openPkcs12(file, 'secret', nodeCrypto);
    expect(opened).toMatchObject({ ok: true, signer: { certificate: signer.der, chain: [root.der] } });
  });

  test('does not put a name or the key into the open', () => {
    const text = Buffer.from(backup).toString('latin1');
    const certificate = Buffer.from(key.certificate).toString('latin1');
    expect(text.includes(certificate.slice(-40))).toBe(false);
    expect(text.includes(Buffer.from(key.privateKeyInfo).toString('latin1').slice(30, 60))).toBe(false);
  });

  test('wants a password', async () => {
    await expect(writePkcs12(key, '', nodeCrypto)).rejects.toThrow(RangeError);
  });
});

describe('openPkcs12', () => {
  test('finds a certificate that is for another key, of the same kind and of another', async () => {
    for (const other of [issue('他人'), issue('他人', { key: 'P-384' }), issue('他人', { key: 'rsa' })]) {
      const file = await writePkcs12(
        { ...toExportable(issue('本人')), certificate: other.der },
        'secret',
        nodeCrypto,
        few,
      );
      for (const { crypto } of cryptos)
        expect(await openPkcs12<unknown>(file, 'secret', crypto)).toMatchObject({ problem: 'certificate-mismatch' });
    }
  });

  test('takes the certificate of the key wherever it stands', async () => {
    const [signer, other] = [issue('本人'), issue('他人')];
    const exportable = { ...toExportable(signer), certificate: other.der, chain: [signer.der] };
    const opened = await openPkcs12(await writePkcs12(exportable, 'secret', nodeCrypto, few), 'secret', nodeCrypto);
    expect(opened).toMatchObject({ ok: true, signer: { certificate: signer.der, chain: [] } });
  });

  test('opens an encrypted part in pieces, as openssl does', async () => {
    const signer = issue('本人');
    const file = await writePkcs12(toExportable(signer), 'secret', nodeCrypto, few);
    const split = await splitEncryptedPart(file, 'secret');
    expect(await openPkcs12(split, 'secret', nodeCrypto)).toMatchObject({
      ok: true,
      signer: { certificate: signer.der },
    });
    const said = ask('openssl', ['pkcs12', '-in', 'k.p12', '-passin', 'pass:secret', '-nodes'], { 'k.p12': split });
    if (said) expect(said).toMatchObject({ status: 0, output: expect.stringContaining('BEGIN CERTIFICATE') });
  });

  test('takes an EC key without its public half, and finds whether it is the certificate’s', async () => {
    const [signer, other] = [issue('本人'), issue('他人')];
    for (const [certificate, outcome] of [
      [signer.der, { ok: true }],
      [other.der, { problem: 'certificate-mismatch' }],
    ] as const) {
      const file = await writePkcs12(
        { ...toExportable(signer, { withPoint: false }), certificate },
        'secret',
        nodeCrypto,
        few,
      );
      for (const { crypto } of cryptos)
        expect(await openPkcs12<unknown>(file, 'secret', crypto)).toMatchObject(outcome);
    }
  });
});
