import { describe, expect, test } from 'vitest';
import { byteRangePlaceholder, contentsPlaceholder } from '../../src/record/signature-slot.ts';
import { PdfSyntaxError } from '../../src/signing/pdf/pdf-value.ts';
import { signPdf } from '../../src/signing/sign-pdf.ts';
import { verifyPdf } from '../../src/signing/verify-pdf.ts';
import { filled } from '../record/v1/checklist/fixture.ts';
import { ask, judgeWithPkijs, splitSignedFile, toPem } from './support/judges.ts';
import { createTestKey, nodeCrypto, preparePdf, toKiteiFile } from './support/signed-file.ts';
import { signatureStart, tiny, tinyObjects, tinyPdfWith, writeTinyPdf } from './support/tiny-pdf.ts';

const key = await createTestKey();
const prepared = await preparePdf(key);
const signed = await signPdf(prepared, key, nodeCrypto);

describe('signPdf', () => {
  test('is sound to our verifier, and leaves the prepared file as it was', async () => {
    expect(await verifyPdf(signed, nodeCrypto)).toMatchObject({
      state: 'sound',
      signer: { fingerprint: key.fingerprint },
    });
    expect(await verifyPdf(prepared, nodeCrypto)).toMatchObject({ state: 'refused' });
    expect(signed.length).toBe(prepared.length);
  });

  test('is a valid detached CAdES signature to pkijs', async () => {
    expect(await judgeWithPkijs(signed)).toEqual({
      isSignatureValid: true,
      isCertificateSelfSigned: true,
      attributeTypes: ['1.2.840.113549.1.9.3', '1.2.840.113549.1.9.4', '1.2.840.113549.1.9.16.2.47'],
      version: 1,
    });
  });

  test('is no longer one to pkijs when a covered byte changes, so that this judge can say no', async () => {
    const changed = signed.slice();
    changed[200] = (changed[200] ?? 0) ^ 1;
    const judgement = await judgeWithPkijs(changed).catch(() => ({ isSignatureValid: false }));
    expect(judgement.isSignatureValid).toBe(false);
  });

  test('is CAdES to openssl', () => {
    const { covered, contents } = splitSignedFile(signed);
    const files = { 'cms.der': contents.subarray(0, derEnd(contents)), covered, 'c.pem': toPem(key.certificate) };
    const said = ask(
      'openssl',
      'cms -verify -cades -binary -inform der -in cms.der -content covered -CAfile c.pem -purpose any -out out'.split(
        ' ',
      ),
      files,
    );
    if (said) expect(said).toEqual({ status: 0, output: expect.stringContaining('Verification successful') });
  });

  test('covers the whole document and is valid to pdfsig', () => {
    const said = ask('pdfsig', ['-nocert', 's.pdf'], { 's.pdf': signed });
    if (!said) return;
    expect(said.output).toContain('Signature Type: ETSI.CAdES.detached');
    expect(said.output).toContain('Total document signed');
    expect(said.output).toContain('Signature Validation: Signature is Valid.');
    expect(said.output).toContain('Signer Certificate Common Name: 髙橋﨑子・𩸽・辻');
  });

  test('is whole, valid and trusted to pyHanko', () => {
    const args = 'sign validate --pretty-print --trust c.pem --validation-time claimed s.pdf'.split(' ');
    const said = ask('pyhanko', args, { 's.pdf': signed, 'c.pem': toPem(key.certificate) });
    if (!said) return;
    expect(said.output).toContain('The signature covers the entire file.');
    expect(said.output).toContain('The signature is judged VALID.');
  });

  test('is PDF/A-3b and PDF/UA-1 to veraPDF', { timeout: 120_000 }, () => {
    for (const flavour of ['3b', 'ua1']) {
      const said = ask('verapdf', ['--format', 'text', '-f', flavour, 's.pdf'], { 's.pdf': signed });
      if (said) expect(said.output).toMatch(/^PASS /m);
    }
  });

  test('is unchanged since signing to mutool', () => {
    const said = ask('mutool', ['sign', '-v', 's.pdf'], { 's.pdf': signed });
    if (said) expect(said.output).toContain('The document is unchanged since signing.');
  });

  test('signs the same file twice with differences inside /Contents only', async () => {
    const again = await signPdf(prepared, key, nodeCrypto);
    const [one, other] = [splitSignedFile(signed), splitSignedFile(again)];
    expect(one.covered.equals(other.covered)).toBe(true);
    expect(one.contents.equals(other.contents)).toBe(false);
  });

  test('takes no text of a note for a place to sign', async () => {
    const note = `${byteRangePlaceholder} ${contentsPlaceholder(8)} endobj\nstartxref\n1\n%%EOF\n`;
    const items = {
      ...filled.items,
      manager: { status: 'done', evidence: note, note, dueOn: '', meaning: '0000000000000001' } as const,
    };
    const file = toKiteiFile({ ...filled, header: { ...filled.header, company: byteRangePlaceholder }, items });
    const bytes = await signPdf(await preparePdf(key, file), key, nodeCrypto);
    expect(await verifyPdf(bytes, nodeCrypto)).toMatchObject({ state: 'sound', file: { answers: { items } } });
  });

  test.each([
    ['no placeholder', { [tiny.signature]: `${signatureStart} ${contentsPlaceholder(4096)} >>` }, /no placeholder/],
    [
      'two placeholders',
      {
        [tiny.signature]: `${signatureStart} ${byteRangePlaceholder} ${byteRangePlaceholder} ${contentsPlaceholder(4096)} >>`,
      },
      /more than one placeholder/,
    ],
    ['no room', { [tiny.signature]: `${signatureStart} ${byteRangePlaceholder} /Contents <> >>` }, /no zeros/],
    [
      'too little room',
      { [tiny.signature]: `${signatureStart} ${byteRangePlaceholder} ${contentsPlaceholder(64)} >>` },
      /64 are reserved/,
    ],
    [
      'room that is taken',
      { [tiny.signature]: `${signatureStart} ${byteRangePlaceholder} /Contents <00AA> >>` },
      /no zeros/,
    ],
    [
      'two fields',
      { [tiny.catalog]: '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R 4 0 R] >> >>' },
      /exactly one form field/,
    ],
    ['no form', { [tiny.catalog]: '<< /Type /Catalog /Pages 2 0 R >>' }, /exactly one form field/],
  ])('throws on a prepared file with %s', async (_, changes, message) => {
    await expect(signPdf(tinyPdfWith(changes), key, nodeCrypto)).rejects.toThrow(message);
  });

  test('throws on a file that already has a revision', async () => {
    const bytes = writeTinyPdf(tinyObjects(), { trailer: ' /Prev 15' });
    await expect(signPdf(bytes, key, nodeCrypto)).rejects.toThrow(PdfSyntaxError);
  });
});

/** Length of the DER value at the start, which is longer than 255 bytes and shorter than 65,536. */
function derEnd(bytes: Uint8Array): number {
  return 4 + 256 * (bytes[2] ?? 0) + (bytes[3] ?? 0);
}
