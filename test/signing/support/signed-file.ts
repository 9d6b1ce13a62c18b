import { createHash } from 'node:crypto';
import { toCanonicalJson } from '../../../src/core/text/canonical-json.ts';
import type { PdfContext } from '../../../src/pdf/context.ts';
import { toTextToPrint } from '../../../src/pdf/printed-texts.ts';
import { renderSummaryPdf } from '../../../src/pdf/render-summary-pdf.ts';
import { documentNumberOf } from '../../../src/record/document-number.ts';
import { type ChecklistFile, describeAttachment, kiteiFileName } from '../../../src/record/kitei-file.ts';
import type { ChecklistAnswers } from '../../../src/record/v1/checklist/answers.ts';
import type { ChecklistDefinition } from '../../../src/record/v1/checklist/definition.ts';
import { summarize } from '../../../src/record/v1/checklist/summarize.ts';
import { webCrypto } from '../../../src/signing/crypto.ts';
import { createSigningKey, type SigningKey } from '../../../src/signing/key.ts';
import { signPdf } from '../../../src/signing/sign-pdf.ts';
import { definition, filled } from '../../record/v1/checklist/fixture.ts';
import { loadNodeFont } from '../../support/node-font.ts';

/** Node's own cryptography. */
export const nodeCrypto = webCrypto(crypto.subtle, (bytes) => crypto.getRandomValues(bytes));

/** What the signer's clock shows in all fixtures. */
export const now = new Date('2026-11-21T06:30:00Z');

const generator = 'kitei 0.1.0';

/** A signer whose names need characters beyond the BMP, compatibility ideographs and a variation selector. */
export function createTestKey(at = now): Promise<SigningKey<CryptoKey>> {
  return createSigningKey(
    { commonName: '髙橋﨑子・𩸽・辻\u{E0100}', organization: '株式会社𠮷野', now: at },
    nodeCrypto,
  );
}

/** The data of a filled-in list, of four items unless another is named. */
export function toKiteiFile(answers: ChecklistAnswers = filled, list: ChecklistDefinition = definition): ChecklistFile {
  const documentNumber = documentNumberOf(answers, (bytes) => createHash('sha256').update(bytes).digest());
  const summary = summarize(list, answers, { documentNumber });
  return { format: 'kitei/1', generator, definition: list, answers, summary };
}

/** Canonical JSON in UTF-8. */
export function toJsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(toCanonicalJson(value));
}

/** The list as src/pdf renders it, with room for the signature of this key. */
export async function preparePdf(key: SigningKey<unknown>, file = toKiteiFile(), reserve = 4096): Promise<Uint8Array> {
  const { font } = await loadNodeFont();
  const context: PdfContext = {
    font,
    now,
    fileId: '0123456789ABCDEF0123456789ABCDEF',
    generator,
    attachment: { name: kiteiFileName, bytes: toJsonBytes(file), description: describeAttachment(file.definition) },
    signature: { signerName: key.name.commonName, fingerprint: key.fingerprint, reserve },
  };
  await font.ensure(toTextToPrint(file.summary, context));
  return renderSummaryPdf(file.summary, context);
}

/** A key and a file it signed. */
export async function createSignedFile(): Promise<{ key: SigningKey<CryptoKey>; bytes: Uint8Array }> {
  const key = await createTestKey();
  return { key, bytes: await signPdf(await preparePdf(key), key, nodeCrypto) };
}
