import { describe, expect, test } from 'vitest';
import { measureCms } from '../../src/signing/cms.ts';
import type { SigningCrypto } from '../../src/signing/crypto.ts';
import { createSigningKey } from '../../src/signing/key.ts';
import { openPkcs12 } from '../../src/signing/pkcs12/open-pkcs12.ts';
import { signPdf } from '../../src/signing/sign-pdf.ts';
import { verifyPdf } from '../../src/signing/verify-pdf.ts';
import { cryptos, plainCrypto } from './support/cryptos.ts';
import { ask, judgeWithPkijs, splitSignedFile, toPem } from './support/judges.ts';
import { readKeyFile } from './support/key-files.ts';
import { createTestKey, nodeCrypto, now, preparePdf, toKiteiFile } from './support/signed-file.ts';

async function signWith(name: string, crypto: SigningCrypto<unknown>) {
  const opened = await openPkcs12(readKeyFile(`${name}.p12`), 'secret', crypto);
  if (!opened.ok) throw new Error(opened.problem);
  const { signer } = opened;
  const prepared = await preparePdf(signer, toKiteiFile(), measureCms(signer));
  return { signer, signed: await signPdf(prepared, signer, crypto) };
}

const files = [
  ['modern-rsa', 'self-signed', '髙橋﨑子 rsa'],
  ['modern-rsa-4096', 'self-signed', '髙橋﨑子 rsa-4096'],
  ['modern-p384', 'self-signed', '髙橋﨑子 p384'],
  ['chain', 'complete-in-file', 'signer'],
] as const;

describe.each(cryptos)('signPdf by $of', ({ crypto }) => {
  test.each(files)('signs with the key of %s', async (name, chain, commonName) => {
    const { signer, signed } = await signWith(name, crypto);
    for (const { crypto: verifying } of cryptos)
      expect(await verifyPdf(signed, verifying)).toMatchObject({
        state: 'sound',
        signer: { commonName, chain, fingerprint: signer.fingerprint },
      });

    expect(await judgeWithPkijs(signed)).toMatchObject({ isSignatureValid: true });

    const { covered, contents } = splitSignedFile(signed);
    const root = toPem(signer.chain?.at(-1) ?? signer.certificate);
    const args =
      'cms -verify -cades -binary -inform der -in cms.der -content covered -CAfile c.pem -purpose any -no_check_time -out out';
    const length = 4 + 256 * (contents[2] ?? 0) + (contents[3] ?? 0);
    const cms = contents.subarray(0, length);
    const said = ask('openssl', args.split(' '), { 'cms.der': cms, covered, 'c.pem': root });
    if (said) expect(said).toEqual({ status: 0, output: expect.stringContaining('Verification successful') });

    const pdfsig = ask('pdfsig', ['-nocert', 's.pdf'], { 's.pdf': signed });
    if (pdfsig) {
      expect(pdfsig.output).toContain('Signature Validation: Signature is Valid.');
      expect(pdfsig.output).toContain('Total document signed');
      expect(pdfsig.output).toContain(`Signer Certificate Common Name: ${commonName}`);
    }
  });
});

describe('verifyPdf', () => {
  test('refuses an RSA-signed file with any byte of its text changed', async () => {
    const { signed } = await signWith('modern-rsa', nodeCrypto);
    for (let at = 100; at < signed.length; at += 5003) {
      const changed = signed.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await verifyPdf(changed, nodeCrypto)).toMatchObject({ state: 'refused' });
    }
  });

  test('says when the certificates of a file do not hang together', async () => {
    const key = await createTestKey();
    const stranger = await createTestKey();
    const signer = { ...key, chain: [stranger.certificate] };
    const prepared = await preparePdf(key, toKiteiFile(), measureCms(signer));
    expect(await verifyPdf(await signPdf(prepared, signer, nodeCrypto), nodeCrypto)).toMatchObject({
      state: 'sound',
      signer: { chain: 'broken' },
      grades: { signer: { grade: 'warn', label: '証明書のつながりに誤り' } },
    });
  });

  test('finds sound what a page on plain http signs with a key of its own', async () => {
    const key = await createSigningKey({ commonName: '山田', organization: '', now }, plainCrypto);
    const signed = await signPdf(await preparePdf(key, toKiteiFile(), measureCms(key)), key, plainCrypto);
    expect(await verifyPdf(signed, nodeCrypto)).toMatchObject({ state: 'sound', signer: { chain: 'self-signed' } });
    expect(await judgeWithPkijs(signed)).toMatchObject({ isSignatureValid: true, isCertificateSelfSigned: true });
  });
});
