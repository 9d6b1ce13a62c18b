import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
import { beforeAll, expect, test } from 'vitest';
import { toTextToPrint } from '../../src/pdf/printed-texts.ts';
import { renderSummaryPdf } from '../../src/pdf/render-summary-pdf.ts';
import { createSigningKey } from '../../src/signing/key.ts';
import { signPdf } from '../../src/signing/sign-pdf.ts';
import { verifyPdf } from '../../src/signing/verify-pdf.ts';
import { jsPdfAliases } from '../../src/site/jspdf-aliases.ts';
import { everydayNotes, loadFilledList } from '../fixtures/pdf/filled-list.ts';
import { makeContext } from '../fixtures/pdf/make-context.ts';
import { loadBareList, type SentList } from '../fixtures/pdf/real-list.ts';
import { nodeCrypto, now } from '../signing/support/signed-file.ts';
import { loadNodeFont, readAsset } from '../support/node-font.ts';

/** Bytes in brotli of the code that renders PDFs, bundled as Astro does it. */
async function measureCode(): Promise<{ bytes: number; files: string[] }> {
  const entry = 'virtual:pdf';
  const modules = ['render-summary-pdf', 'check-characters', 'printed-texts', 'font/load-pdf-font'];
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: jsPdfAliases },
    plugins: [
      {
        name: 'pdf-entry',
        resolveId: (id) => (id === entry ? `\0${entry}` : undefined),
        load: (id) =>
          id === `\0${entry}` ? modules.map((name) => `export * from '/src/pdf/${name}.ts';`).join('\n') : undefined,
      },
    ],
    build: { write: false, rollupOptions: { input: entry, preserveEntrySignatures: 'strict' } },
  });
  if (!('output' in result)) throw new Error('Vite built nothing.');
  const chunks = result.output.filter((output) => output.type === 'chunk');
  const bytes = chunks.reduce((sum, { code }) => sum + brotliCompressSync(code).length, 0);
  return { bytes, files: chunks.map(({ fileName }) => fileName) };
}

let code: Awaited<ReturnType<typeof measureCode>>;
beforeAll(async () => {
  code = await measureCode();
});

/** What a list costs: the signed file, and all that is downloaded for it, in bytes. */
async function measure(list: SentList) {
  const { font, fetched } = await loadNodeFont();
  const name = { commonName: '見本太郎', organization: '見本商事株式会社' };
  const key = await createSigningKey({ ...name, now }, nodeCrypto);
  // As much room as the page leaves.
  const reserve = 2 * key.certificate.length + 1024;
  const panel = { signerName: name.commonName, fingerprint: key.fingerprint, reserve };
  const context = makeContext(font, { signature: panel, attachment: list.attachment });
  await font.ensure(toTextToPrint(list.summary, context));
  const signed = await signPdf(renderSummaryPdf(list.summary, context), key, nodeCrypto);
  expect((await verifyPdf(signed, nodeCrypto)).state).toBe('sound');
  const fontBytes = fetched.reduce((sum, name) => sum + brotliCompressSync(readAsset(name)).length, 0);
  return { pdf: signed.length, fontBytes, fontFiles: fetched.length, download: fontBytes + code.bytes };
}

test('the code is without the parts of jsPDF that draw web pages', () => {
  expect(code.bytes).toBeGreaterThan(50_000);
  expect(code.files.join()).not.toMatch(/html2canvas|purify|canvg/);
});

test.each([
  { name: 'bare', load: loadBareList, pdfLimit: 100_000, downloadLimit: 260_000 },
  { name: 'filled', load: loadFilledList, pdfLimit: 180_000, downloadLimit: 450_000 },
])(
  'the $name list: its signed PDF and all that is downloaded for it are within the budgets of design.md',
  async ({ name, load, pdfLimit, downloadLimit }) => {
    const { pdf, fontBytes, fontFiles, download } = await measure(await load());
    console.info(
      `${name}: signed PDF ${pdf} bytes; download ${download}: font ${fontBytes} in ${fontFiles} files, code ${code.bytes}`,
    );
    expect(pdf).toBeLessThanOrEqual(pdfLimit);
    expect(download).toBeLessThanOrEqual(downloadLimit);
  },
);

test('the filled list is what design.md says: 20 notes of 30 characters', () => {
  expect(everydayNotes.map((note) => [...note].length)).toEqual(Array(20).fill(30));
  expect(new Set(everydayNotes.join('')).size).toBeGreaterThan(250);
});
