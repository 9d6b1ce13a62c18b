import { sha256 } from '@noble/hashes/sha2.js';
import type { PdfFont } from '../pdf/font/pdf-font.ts';
import { toTextToPrint } from '../pdf/printed-texts.ts';
import { type DefinitionIdentity, findStanding, identifyDefinition } from '../record/identity.ts';
import { toHex } from '../signing/bytes.ts';
import type { VerifyingCrypto } from '../signing/crypto.ts';
import { decodeStream } from '../signing/pdf/decode-stream.ts';
import type { PdfFile } from '../signing/pdf/pdf-file.ts';
import { findEntry } from '../signing/pdf/pdf-value.ts';
import type { Sound } from '../signing/verification.ts';
import { checkContents } from '../signing/verify/check-contents.ts';
import { openSignedFile } from '../signing/verify/open-signed-file.ts';
import { readSignatureDictionary } from '../signing/verify/signature-dictionary.ts';
import { verifyPdf } from '../signing/verify-pdf.ts';
import { compareData } from './compare-data.ts';
import { compareGlyphs } from './compare-glyphs.ts';
import { gradeForm, gradeMatch } from './grade-findings.ts';
import { MismatchError, toMismatchMessage } from './mismatches.ts';
import { comparePages } from './pages/compare-pages.ts';
import { readPages } from './pages/read-pages.ts';
import type { MatchFinding, Verdict } from './verdict.ts';

/** What this site knows and can do. */
export interface VerifyingSite {
  crypto: VerifyingCrypto;
  /** Name and version of this site's maker of PDFs, e.g. `kitei 0.1.0`. */
  generator: string;
  /** Of the lists on this site; undefined when they are not at hand. */
  definitions: readonly DefinitionIdentity[] | undefined;
  /** The site's font; asked for only when everything else fits. Rejects when it does not arrive. */
  loadFont(): Promise<PdfFont>;
}

/**
 * Verifies a PDF: the signature as verifyPdf() does, then whether pages, data and signer fit together, and whether this site asks
 * what was answered. Never throws, whatever the bytes.
 */
export async function verifyFile(bytes: Uint8Array, site: VerifyingSite): Promise<Verdict> {
  const verification = await verifyPdf(bytes, site.crypto);
  if (verification.state !== 'sound') return verification;
  const match = await findMatch(bytes, verification, site);
  const form =
    site.definitions === undefined
      ? 'not-compared'
      : findStanding(identifyDefinition(verification.file.definition, sha256), site.definitions);
  const grades = { ...verification.grades, match: gradeMatch(match), form: gradeForm(form) };
  return { ...verification, match, form, grades };
}

async function findMatch(bytes: Uint8Array, sound: Sound, site: VerifyingSite): Promise<MatchFinding> {
  try {
    return await compare(bytes, sound, site);
  } catch (error) {
    // Whatever a hostile file makes fail in a place nobody thought of: it is not said to fit.
    const { reason, place } =
      error instanceof MismatchError ? error : { reason: 'not-compared' as const, place: undefined };
    return { kind: 'differs', reason, message: toMismatchMessage(reason, place), detail: String(error).slice(0, 500) };
  }
}

async function compare(bytes: Uint8Array, sound: Sound, site: VerifyingSite): Promise<MatchFinding> {
  const { file, claimedTime, signer } = sound;
  compareData(file);
  const opened = openSignedFile(bytes);
  const pages = await readPages(opened);
  const frame = {
    generator: file.generator,
    signerName: signer.commonName,
    fingerprint: signer.fingerprint,
    claimedTime,
  };
  comparePages(pages, file.summary, frame);

  const printed = { generator: file.generator, now: claimedTime, signature: { ...frame, reserve: 0 } };
  const texts = [toTextToPrint(file.summary, printed), ...pages.font.texts];
  const font = await arrive(async () => {
    const loaded = await site.loadFont();
    await loaded.ensure(texts.join('\n'));
    return loaded;
  });
  if (font === undefined) return { kind: 'unrendered', why: 'not-loaded' };
  compareGlyphs(pages.font, font);
  if (file.generator !== site.generator) return { kind: 'unrendered', why: 'other-version' };

  // With jsPDF the largest part of the code, and wanted for files of this very version alone.
  const renderer = await arrive(() => import('./compare-rendering.ts'));
  if (renderer === undefined) return { kind: 'unrendered', why: 'not-loaded' };
  const { field, gap } = readSignatureDictionary(opened);
  const attachment = await decodeStream(checkContents(opened, field));
  renderer.compareRendering({ ...frame, bytes, gap, file, attachment, fileId: readFileId(opened) }, font);
  return { kind: 'equal' };
}

/** What is fetched, or undefined when it does not arrive: the finding then says that the look was not compared. */
async function arrive<T>(fetching: () => Promise<T>): Promise<T | undefined> {
  try {
    return await fetching();
  } catch {
    // No connection, or a site that was replaced since the page was opened.
    return undefined;
  }
}

function readFileId(file: PdfFile): string {
  const [first] = findEntry(file.trailer, 'ID', 'array')?.items ?? [];
  if (first?.kind !== 'string') throw new MismatchError('rendering', 'The trailer has no /ID.');
  return toHex(first.bytes).toUpperCase();
}
