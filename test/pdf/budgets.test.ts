import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { jsPdfAliases } from '../../src/integrations/jspdf-aliases.ts';
import { toTextToPrint } from '../../src/pdf/printed-texts.ts';
import { renderSummaryPdf } from '../../src/pdf/render-summary-pdf.ts';
import { makeContext, signature } from '../fixtures/pdf/make-context.ts';
import { loadBareList } from '../fixtures/pdf/real-list.ts';
import { cutOnce, loadNodeFont } from '../support/node-font.ts';

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

test('the bare list: its PDF and all that is downloaded for it are within the budgets of design.md', async () => {
  const bare = await loadBareList();
  const { font, fetched } = await loadNodeFont();
  const context = makeContext(font, { signature });
  await font.ensure(toTextToPrint(bare, context));
  const pdf = renderSummaryPdf(bare, context).length;
  const fontBytes = fetched.reduce(
    (sum, name) => sum + brotliCompressSync(readFileSync(join(cutOnce(), name))).length,
    0,
  );
  const code = await measureCode();
  console.info(
    `bare PDF ${pdf} bytes; download ${fontBytes + code.bytes}: font ${fontBytes} in ${fetched.length} files, code ${code.bytes}`,
  );
  expect(pdf).toBeLessThanOrEqual(100_000);
  expect(fontBytes + code.bytes).toBeLessThanOrEqual(260_000);
  expect(code.bytes).toBeGreaterThan(50_000);
  expect(code.files.join()).not.toMatch(/html2canvas|purify|canvg/);
});
