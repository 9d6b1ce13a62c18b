import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toTextToPrint } from '../../src/pdf/printed-texts.ts';
import { renderSummaryPdf } from '../../src/pdf/render-summary-pdf.ts';
import { readKiteiFile } from '../../src/record/read-kitei-file.ts';
import { findBytes } from '../../src/signing/bytes.ts';
import { decodeStream } from '../../src/signing/pdf/decode-stream.ts';
import { checkContents } from '../../src/signing/verify/check-contents.ts';
import { openSignedFile } from '../../src/signing/verify/open-signed-file.ts';
import { readSignatureDictionary } from '../../src/signing/verify/signature-dictionary.ts';
import { makeBareSummary } from '../fixtures/pdf/bare-summary.ts';
import { makeContext, signature } from '../fixtures/pdf/make-context.ts';
import { examine, font } from './support/make-file.ts';

function read(name: string): Uint8Array {
  return new Uint8Array(readFileSync(`test/fixtures/files/${name}`));
}

const [json, pdf] = [read('kitei-1.json'), read('kitei-1.pdf')];

describe('a file of format kitei/1', () => {
  test('holds kitei.json, byte for byte, and nothing in it is unknown or missing', async () => {
    const file = openSignedFile(pdf);
    const attachment = checkContents(file, readSignatureDictionary(file).field);
    expect(Buffer.from(await decodeStream(attachment)).equals(json)).toBe(true);
    expect(readKiteiFile(json)).toMatchObject({
      ok: true,
      file: {
        format: 'kitei/1',
        generator: 'kitei 0.1.0',
        answers: { header: { company: '株式会社𠮷野', checker: '髙橋﨑子・𩸽・辻\u{E0100}・邉\u{E0102}' } },
      },
    });
  });

  test('verifies on a site of a later version with other lists, pages and data alike', async () => {
    const verdict = await examine(pdf, { generator: 'kitei 10.0.0', definitions: [] });
    expect(verdict).toMatchObject({
      state: 'sound',
      signer: { commonName: '髙橋﨑子・𩸽・辻\u{E0100}', organization: '株式会社𠮷野' },
      match: { kind: 'unrendered', why: 'other-version' },
      form: 'unknown',
      grades: { tampering: { grade: 'full' }, match: { grade: 'half' }, form: { grade: 'warn' } },
    });
  });

  test('is noticed when a byte of it changes', async () => {
    const at = findBytes(pdf, new TextEncoder().encode('endstream')) - 20;
    expect(await examine(pdf.with(at, (pdf[at] ?? 0) ^ 1))).toMatchObject({ reason: 'changed-after-signing' });
  });
});

/*
 * A verifier renders files of its own version again and compares each byte. Were the same version to render otherwise,
 * honest files would be called contradictory.
 */
test('what a version renders does not change without a new version', async () => {
  const summary = makeBareSummary();
  const context = makeContext(font, { signature });
  await font.ensure(toTextToPrint(summary, context));
  const sha256 = createHash('sha256').update(renderSummaryPdf(summary, context)).digest('hex');
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const pinned: unknown = JSON.parse(new TextDecoder().decode(read('rendered.json')));
  const advice =
    'PDFs come out otherwise. If this version has been published, raise "version" in package.json (and the lock file). ' +
    'Then write what was received into test/fixtures/files/rendered.json.';
  expect({ version, sha256 }, advice).toEqual(pinned);
});
