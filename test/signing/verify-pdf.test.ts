import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { concatBytes, equalBytes, fromLatin1, toLatin1 } from '../../src/signing/bytes.ts';
import { createCertificate } from '../../src/signing/certificate.ts';
import type { SigningCrypto } from '../../src/signing/crypto.ts';
import { type RefusalReason, refusals } from '../../src/signing/refusal-reasons.ts';
import { signPdf } from '../../src/signing/sign-pdf.ts';
import { toRefused, verifyPdf } from '../../src/signing/verify-pdf.ts';
import { plainCrypto } from './support/cryptos.ts';
import { ask } from './support/judges.ts';
import { createTestKey, nodeCrypto, now, preparePdf, toJsonBytes, toKiteiFile } from './support/signed-file.ts';
import {
  replaceOnce,
  signatureStart,
  tiny,
  tinyObjects,
  tinyPdfWith,
  toStream,
  writeTinyPdf,
} from './support/tiny-pdf.ts';

const key = await createTestKey();
const real = await signPdf(await preparePdf(key), key, nodeCrypto);
const small = await signPdf(tinyPdfWith({}), key, nodeCrypto);

const reached = new Set<string>();

async function reasonFor(bytes: Uint8Array): Promise<RefusalReason | 'sound'> {
  const result = await verifyPdf(bytes, nodeCrypto);
  // Without WebCrypto nothing else comes out.
  expect(await verifyPdf(bytes, plainCrypto)).toEqual(result);
  if (result.state === 'refused') reached.add(result.reason);
  return result.state === 'sound' ? 'sound' : result.reason;
}

/** Signs a tiny file of which objects were spoilt: the signature is right, the file is not ours. */
function signSpoilt(changes: Readonly<Record<number, string>>, json?: Uint8Array): Promise<Uint8Array> {
  return signPdf(tinyPdfWith(changes, json), key, nodeCrypto);
}

/** Changes the hexadecimal digits of /Contents. */
function changeContents(bytes: Uint8Array, change: (digits: string) => string): Uint8Array {
  const digits = /\/Contents <([0-9A-F]+)>/.exec(Buffer.from(bytes).toString('latin1'))?.[1] ?? '';
  return replaceOnce(bytes, digits, change(digits));
}

/** A revision after the signed one, as an editor writes it: the page again, with a note on it. */
function addRevision(bytes: Uint8Array): Uint8Array {
  const start = /startxref\n(\d+)\n%%EOF\n$/.exec(Buffer.from(bytes).toString('latin1'))?.[1];
  const object = '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>\nendobj\n';
  const entry = `${String(bytes.length).padStart(10, '0')} 00000 n `;
  const table = `xref\n3 1\n${entry}\ntrailer\n<< /Size 8 /Root 1 0 R /Prev ${start} >>\n`;
  return concatBytes(bytes, fromLatin1(`${object}${table}startxref\n${bytes.length + object.length}\n%%EOF\n`));
}

/** /ByteRange with something added to each of its numbers. */
function changeRange(bytes: Uint8Array, ...changes: number[]): Uint8Array {
  const range = /\/ByteRange \[([\d ]+?) *\]/.exec(Buffer.from(bytes).toString('latin1'))?.[1] ?? '';
  const numbers = range.split(' ').map((number, index) => Number(number) + (changes[index] ?? 0));
  return replaceOnce(bytes, `[${range}`, `[${numbers.join(' ')}`.padEnd(range.length + 1));
}

async function swapContents(): Promise<Uint8Array> {
  const other = await signSpoilt({ [page]: `${pageStart.replace('595.28', '695.28')} /Annots [4 0 R] >>` });
  const digits = /\/Contents <([0-9A-F]+)>/.exec(Buffer.from(other).toString('latin1'))?.[1] ?? '';
  return changeContents(small, () => digits);
}

async function signWithOtherKey(): Promise<Uint8Array> {
  const { privateKey } = await createTestKey();
  return signPdf(tinyPdfWith({}), { privateKey, certificate: key.certificate }, nodeCrypto);
}

/** The signer names one certificate in what it signs and puts in another: same key, name and serial number. */
async function signWithOtherCertificate(): Promise<Uint8Array> {
  const sameSerial: SigningCrypto<CryptoKey> = { ...nodeCrypto, random: (length) => new Uint8Array(length).fill(7) };
  const { privateKey, publicKey } = await nodeCrypto.createKey();
  const name = { commonName: '同じ名前', organization: '' };
  const [named, put] = [
    await createCertificate({ name, privateKey, publicKey, now }, sameSerial),
    await createCertificate({ name, privateKey, publicKey, now: new Date('2026-01-01T00:00:00Z') }, sameSerial),
  ];
  const lying = {
    ...nodeCrypto,
    digest: (bytes: Uint8Array) => nodeCrypto.digest(equalBytes(bytes, put) ? named : bytes),
  };
  return signPdf(tinyPdfWith({}), { privateKey, certificate: put }, lying);
}

const { field, page, catalog, specification } = tiny;
const fieldStart = '<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /V 5 0 R /P 3 0 R';
const pageStart = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.28 841.89]';
const otherSpecification = '<< /Type /Filespec /F (b.json) /UF (b.json) /EF << /F 7 0 R /UF 7 0 R >> >>';
const foreign = '%PDF-1.5\n1 0 obj\n<< /Type /Catalog >>\nendobj\nstartxref\n9\n%%EOF';

describe('verifyPdf', () => {
  test('finds a file sound and says who signed, when, and what it holds', async () => {
    const result = await verifyPdf(real, nodeCrypto);
    expect(result).toEqual({
      state: 'sound',
      signer: {
        commonName: '髙橋﨑子・𩸽・辻',
        organization: '株式会社𠮷野',
        subject: 'O=株式会社𠮷野, CN=髙橋﨑子・𩸽・辻',
        fingerprint: key.fingerprint,
        selfSigned: true,
        chain: 'self-signed',
        notBefore: now,
        notAfter: new Date('2029-11-21T06:30:00Z'),
        validAtClaimedTime: true,
      },
      claimedTime: now,
      documentNumber: toKiteiFile().summary.number,
      file: toKiteiFile(),
      grades: {
        tampering: { grade: 'full', label: '改ざんなし' },
        signer: { grade: 'half', label: '自己表示' },
        validity: { grade: 'half', label: '申告の時刻では期間内' },
        revocation: { grade: 'open', label: '未確認' },
        match: { grade: 'open', label: '未確認' },
        form: { grade: 'open', label: '未確認' },
      },
    });
    expect(await reasonFor(real)).toBe('sound');
    expect(await reasonFor(small)).toBe('sound');
  });

  test('accepts another key with the same name, but with its own fingerprint', async () => {
    const other = await createTestKey();
    const result = await verifyPdf(await signPdf(tinyPdfWith({}), other, nodeCrypto), nodeCrypto);
    expect(result).toMatchObject({ state: 'sound', signer: { fingerprint: other.fingerprint } });
    expect(other.fingerprint).not.toBe(key.fingerprint);
  });

  test('grades a certificate that was not valid at the claimed time, without refusing the file', async () => {
    const late = await createTestKey(new Date('2026-11-21T06:30:01Z'));
    const result = await verifyPdf(await signPdf(tinyPdfWith({}), late, nodeCrypto), nodeCrypto);
    expect(result).toMatchObject({
      state: 'sound',
      signer: { validAtClaimedTime: false },
      grades: { tampering: { grade: 'full' }, validity: { grade: 'warn', label: '申告の時刻では期間外' } },
    });
  });

  test('inflates a compressed attachment', async () => {
    const stream = toStream('/Type /EmbeddedFile /Filter /FlateDecode', deflateSync(toJsonBytes(toKiteiFile())));
    expect(await reasonFor(await signSpoilt({ [tiny.file]: stream }))).toBe('sound');
  });

  test.each<[RefusalReason, string, Uint8Array | Promise<Uint8Array>]>([
    ['too-large', 'more than 20 MB', new Uint8Array(20 * 1024 * 1024 + 1)],
    ['empty', 'no bytes', new Uint8Array()],
    ['not-a-pdf', 'a ZIP archive', fromLatin1('PK\x03\x04')],
    ['not-a-pdf', 'something before the header', concatBytes(fromLatin1('\n'), real)],
    ['truncated', 'half a file', real.subarray(0, real.length / 2)],
    ['truncated', 'a file without its last line end', real.subarray(0, -1)],
    ['truncated', 'a file without its end mark', real.subarray(0, -6)],
    ['appended', 'a line end more', concatBytes(real, fromLatin1('\n'))],
    ['appended', 'a byte more', concatBytes(real, Uint8Array.of(0))],
    ['appended', 'a second end mark', concatBytes(real, fromLatin1('%%EOF\n'))],
    ['appended', 'a valid incremental update', addRevision(small)],
    ['not-signed', 'a PDF of another tool', fromLatin1(foreign)],
    ['not-signed', 'our file without a form', replaceOnce(small, '/AcroForm', '/AcroFurm')],
    ['not-signed', 'an empty form', replaceOnce(small, '[4 0 R] /SigFlags', '[     ] /SigFlags')],
    ['not-signed', 'a field without a value', replaceOnce(small, '/V 5 0 R', '/W 5 0 R')],
    [
      'signed-elsewhere',
      'another signed file',
      fromLatin1(`${foreign.slice(0, 20)}/ByteRange [0 1 2 3]${foreign.slice(20)}`),
    ],
    [
      'signed-elsewhere',
      'another kind of signature',
      replaceOnce(small, '/ETSI.CAdES.detached', '/adbe.pkcs7.detached'),
    ],
    ['signed-elsewhere', 'a text field', replaceOnce(small, '/FT /Sig', '/FT /Txt')],
    ['signed-elsewhere', 'an impossible time', replaceOnce(small, '20261121', '20260231')],
    [
      'signed-elsewhere',
      'bytes hidden between objects',
      signPdf(writeTinyPdf(tinyObjects(), { between: '% hidden\n' }), key, nodeCrypto),
    ],
    ['signed-elsewhere', 'more values than fit into the memory', signSpoilt({ 8: `[${'0 '.repeat(5_000_000)}]` })],
    ['resaved-or-damaged', 'another header', replaceOnce(small, '%PDF-1.7', '%PDF-1.6')],
    [
      'resaved-or-damaged',
      'another line end in the table',
      replaceOnce(small, '0000000015 00000 n \n', '0000000015 00000 n\r\n'),
    ],
    [
      'resaved-or-damaged',
      'a wrong place in the table',
      replaceOnce(small, '0000000015 00000 n', '0000000016 00000 n'),
    ],
    ['resaved-or-damaged', 'a table that is not where startxref says', replaceOnce(small, 'xref\n0 8', 'xref\n0 9')],
    [
      'resaved-or-damaged',
      'two entries of one name',
      replaceOnce(small, '/Filter /Adobe.PPKLite', '/Type /Adobe.PPKLite  '),
    ],
    ['resaved-or-damaged', 'two /ByteRange', replaceOnce(small, '/M (D:20261121063000Z)', '/ByteRange [0 1 2 3]   ')],
    ['several-signatures', 'two fields', replaceOnce(small, '[4 0 R] /SigFlags 3', '[4 0 R 4 0 R]  /F 3')],
    ['several-signatures', 'a second signature dictionary', signSpoilt({ 8: `${signatureStart} /Contents <00> >>` })],
    ['range-not-whole-file', 'a gap wider than /Contents', changeRange(small, 0, 0, 1, -1)],
    ['range-not-whole-file', 'a gap that begins before /Contents', changeRange(small, 0, -1, 0, 0)],
    ['range-not-whole-file', 'an end left out', changeRange(small, 0, 0, 0, -1)],
    ['range-not-whole-file', 'a start left out', changeRange(small, 1, 0, 0, 0)],
    ['range-not-whole-file', 'no range', replaceOnce(small, '/ByteRange', '/ByteRenge')],
    ['contents-not-upper-case-hex', 'digits in lower case', changeContents(small, (digits) => digits.toLowerCase())],
    ['padding-not-zero', 'a digit behind the signature', changeContents(small, (digits) => digits.replace(/0$/, '1'))],
    ['signature-not-canonical', 'no signature at all', changeContents(small, (digits) => digits.replace(/./g, '0'))],
    [
      'signature-not-canonical',
      'a CMS of another version',
      changeContents(small, (digits) => digits.replace('020101310D', '020103310D')),
    ],
    ['changed-after-signing', 'another page size', replaceOnce(small, '595.28', '695.28')],
    ['changed-after-signing', 'another answer', replaceOnce(small, '"format":"kitei/1"', '"format":"kitei/2"')],
    ['changed-after-signing', 'the /Contents of another file', swapContents()],
    ['signature-wrong', 'another key than the certificate’s', signWithOtherKey()],
    ['certificate-replaced', 'another certificate for the same key and name', signWithOtherCertificate()],
    [
      'page-covered',
      'a note over the page',
      signSpoilt({ [page]: `${pageStart} /Annots [4 0 R 8 0 R] >>`, 8: '<< /Type /Annot /Subtype /FreeText >>' }),
    ],
    [
      'page-covered',
      'a list of notes elsewhere',
      signSpoilt({ [page]: `${pageStart} /Annots 8 0 R >>`, 8: '[9 0 R]', 9: '<< /Subtype /Stamp >>' }),
    ],
    ['page-covered', 'a second field', signSpoilt({ 8: '<< /Subtype /Widget /FT /Tx >>' })],
    [
      'page-covered',
      'a signature field as large as a page',
      signSpoilt({ [field]: `${fieldStart} /Rect [0 0 595 842] >>` }),
    ],
    [
      'page-covered',
      'an appearance of the signature field',
      signSpoilt({ [field]: `${fieldStart} /Rect [0 0 0 0] /AP << >> >>` }),
    ],
    ['page-covered', 'a script', signSpoilt({ 8: '<< /S /JavaScript /JS (app.alert\\(1\\)) >>' })],
    ['page-covered', 'a program to start', signSpoilt({ 8: '<< /S /Launch >>' })],
    ['page-covered', 'layers', signSpoilt({ [page]: `${pageStart} /Annots [4 0 R] /OCProperties << >> >>` })],
    [
      'attachment-missing',
      'no attachment',
      signSpoilt({ [specification]: '<< /Type /Filespec /F (kitei.json) /UF (kitei.json) >>' }),
    ],
    ['attachment-missing', 'an attachment of another name', signSpoilt({ [specification]: otherSpecification })],
    [
      'attachment-missing',
      'an attachment that no list names',
      signSpoilt({ [catalog]: '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] >> >>' }),
    ],
    ['several-attachments', 'a second specification', signSpoilt({ 8: otherSpecification })],
    ['several-attachments', 'a second file', signSpoilt({ 8: toStream('/Type /EmbeddedFile', fromLatin1('{}')) })],
    ['data-unreadable', 'no JSON', signSpoilt({}, fromLatin1('{'))],
    ['data-unreadable', 'JSON of something else', signSpoilt({}, fromLatin1('{}'))],
    [
      'data-unreadable',
      'a damaged stream',
      signSpoilt({ [tiny.file]: toStream('/Type /EmbeddedFile /Filter /FlateDecode', fromLatin1('xyz')) }),
    ],
    [
      'data-unreadable',
      'a stream that fills the memory',
      signSpoilt({
        [tiny.file]: toStream(
          '/Type /EmbeddedFile /Filter /FlateDecode',
          deflateSync(new Uint8Array(17 * 1024 * 1024)),
        ),
      }),
    ],
    [
      'data-unreadable',
      'another filter',
      signSpoilt({ [tiny.file]: toStream('/Type /EmbeddedFile /Filter /LZWDecode', fromLatin1('xyz')) }),
    ],
    [
      'data-not-canonical',
      'two answers of one name, of which readers believe the last',
      signSpoilt(
        {},
        fromLatin1(toLatin1(toJsonBytes(toKiteiFile())).replace('"status":"partial"', '"status":"done",$&')),
      ),
    ],
    ['data-newer', 'a later format', signSpoilt({}, toJsonBytes({ ...toKiteiFile(), format: 'kitei/2' }))],
  ])('refuses as %s: %s', async (reason, _, bytes) => {
    expect(await reasonFor(await bytes)).toBe(reason);
  });

  test.each([
    '/DP << /Predictor 2 >>',
    '/DecodeParms << /Predictor 2 >>',
    '/F (other.bin)',
    '/FFilter /FlateDecode',
    '/FDecodeParms null',
    '/DL 1',
  ])('refuses an attachment that viewers may read in another way: %s', async (entry) => {
    const json = deflateSync(toJsonBytes(toKiteiFile()));
    const stream = toStream(`/Type /EmbeddedFile ${entry} /Filter /FlateDecode`, json);
    expect(await reasonFor(await signSpoilt({ [tiny.file]: stream }))).toBe('data-unreadable');
  });

  test.each([
    ['the head of a linearized file', '<< /Linearized 1 /L 9 /H [0 0] /O 3 /E 9 /N 1 /T 9 >>'],
    ['a cross-reference stream', toStream('/Type /XRef', Uint8Array.of(0))],
    ['a dictionary that says it is one', '<< /Type /XRef /Root 1 0 R >>'],
    ['a stream of objects', toStream('/Type /ObjStm', fromLatin1('1 0 null'))],
  ])('refuses a second table of objects: %s', async (_, object) => {
    expect(await reasonFor(await signSpoilt({ 8: object }))).toBe('signed-elsewhere');
  });

  test.each(['Prev 15', 'XRefStm 15', 'Encrypt << /Filter /Standard >>'])(
    'refuses a trailer with /%s',
    async (entry) => {
      const bytes = replaceOnce(small, '/Size 8 /Root 1 0 R', `/Size 8 /Root 1 0 R /${entry}`);
      expect(await reasonFor(bytes)).toBe('resaved-or-damaged');
    },
  );

  test.each(['AA', 'JS', 'XFA', 'OCProperties', 'RichMedia', '3DD', 'Movie'])('refuses /%s', async (key) => {
    expect(await reasonFor(await signSpoilt({ 8: `<< /Kept << /${key} 0 >> >>` }))).toBe('page-covered');
  });

  test.each(['JavaScript', 'Launch', 'Rendition', 'ImportData', 'SubmitForm', 'GoToE'])(
    'refuses the action %s',
    async (action) => {
      expect(await reasonFor(await signSpoilt({ 8: `[<< /S /${action} >>]` }))).toBe('page-covered');
    },
  );

  test('does not say of a linearized copy that something was added, though it has two end marks', async () => {
    const bytes = replaceOnce(addRevision(small), '%PDF-1.7\n', '%PDF-1.7\n1 0 obj\n<< /Linearized 1 >>\nendobj\n');
    expect(await reasonFor(bytes)).toBe('resaved-or-damaged');
    expect(await reasonFor(replaceOnce(bytes, '/Linearized', '/Lineorized'))).toBe('appended');
  });

  test('refuses, and does not throw, when the cryptography itself fails', async () => {
    const broken = { ...nodeCrypto, digest: () => Promise.reject(new Error('out of order')) };
    const result = await verifyPdf(small, broken);
    expect(result).toMatchObject({ state: 'refused', reason: 'not-understood' });
    reached.add('not-understood');
  });

  test.each([
    ['qpdf', ['s.pdf', 'out.pdf']],
    ['qpdf', ['--linearize', 's.pdf', 'out.pdf']],
    ['mutool', ['clean', 's.pdf', 'out.pdf']],
  ])('refuses a file saved again by %s', async (program, args) => {
    const said = ask(program, args, { 's.pdf': real }, 'out.pdf');
    if (said?.written) expect(await reasonFor(said.written)).toBe('resaved-or-damaged');
  });

  test('reaches every reason there is', () => {
    // Only the command line opens files, and only the verifier sees what a file is (test/verifier/name-file.test.ts).
    expect([...reached, 'something-before', 'unreadable'].sort()).toEqual(Object.keys(refusals).sort());
  });
});

describe('toRefused', () => {
  test('grades tampering only, when the file was changed', () => {
    const none = { grade: 'none', label: '判断しない' };
    expect(toRefused('changed-after-signing')).toEqual({
      state: 'refused',
      reason: 'changed-after-signing',
      message: '署名のあとで内容が変わっています。受け取らず、差出人に送り直しを頼んでください。',
      grades: {
        tampering: { grade: 'bad', label: '署名後に変更' },
        signer: none,
        validity: none,
        revocation: none,
        match: none,
        form: none,
      },
    });
  });

  test('says 署名なし in every column of a file without a signature', () => {
    expect(new Set(Object.values(toRefused('not-signed').grades).map(({ label }) => label))).toEqual(
      new Set(['署名なし']),
    );
  });

  test.each(Object.keys(refusals).filter(isReason))('says in Japanese what to do: %s', (reason) => {
    expect(toRefused(reason)).toMatchObject({ message: expect.stringMatching(/[ぁ-ん].*ください。$/) });
  });
});

function isReason(text: string): text is RefusalReason {
  return Object.hasOwn(refusals, text);
}
