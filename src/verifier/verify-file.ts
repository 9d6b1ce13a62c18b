import { sha256 } from '@noble/hashes/sha2.js';
import type { PdfFont } from '../pdf/font/pdf-font.ts';
import { toTextToPrint } from '../pdf/printed-texts.ts';
import { findStanding, identifyAsked, listOtherWords } from '../record/identity.ts';
import type { KiteiFile } from '../record/kitei-file.ts';
import type { SiteFacts } from '../record/site-facts.ts';
import { toReadableWord } from '../record/v1/company/words.ts';
import { type RecordVersion, recordVersions } from '../record/versions.ts';
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
import { findMakerAge } from './find-maker-age.ts';
import { gradeForm, gradeMatch } from './grade-findings.ts';
import { MismatchError, toMismatchMessage, toNewerMessage } from './mismatches.ts';
import { nameFile } from './name-file.ts';
import type { FormFinding, MatchFinding, Verdict } from './verdict.ts';

/** What this site knows and can do. */
export interface VerifyingSite {
  crypto: VerifyingCrypto;
  /** Name and version of this site's maker of PDFs, e.g. `kitei 0.2.0`. */
  generator: string;
  /** Of the tools on this site; undefined when they are not at hand. */
  definitions: SiteFacts['definitions'] | undefined;
  /** The site's font; asked for only when everything else fits. Rejects when it does not arrive. */
  loadFont(): Promise<PdfFont>;
  /** What it can read and make again; all there are, if nothing else is said. */
  versions?: readonly RecordVersion[];
}

/**
 * Verifies a PDF: the signature as verifyPdf() does, then whether the file is what kitei makes of the data in it, and
 * whether this site asks what was answered; of what is no PDF it says what it is. Never throws, whatever the bytes.
 * @param name of the file, with its ending; some files are known by nothing else
 */
export async function verifyFile(bytes: Uint8Array, site: VerifyingSite, name = ''): Promise<Verdict> {
  const { versions = recordVersions } = site;
  const verification = await verifyPdf(bytes, site.crypto, versions);
  if (verification.state !== 'sound') return nameFile(verification, bytes, name);
  const { file } = verification;
  const version = versions.find(({ format }) => format === file.format);
  const match = await findMatch(bytes, verification, version, site);
  const form = version ? findForm(file, version, site) : ({ standing: 'not-compared', words: [] } as const);
  const grades = { ...verification.grades, match: gradeMatch(match), form: gradeForm(form.standing) };
  return { ...verification, match, form: form.standing, words: form.words, grades };
}

function findForm(
  { asked, answers }: KiteiFile,
  { tools }: RecordVersion,
  { definitions }: VerifyingSite,
): FormFinding {
  if (definitions === undefined) return { standing: 'not-compared', words: [] };
  const found = identifyAsked(tools[answers.kind], asked, sha256);
  const words = listOtherWords(found, definitions).map(({ key, ours, theirs }) => ({
    key,
    ours: toReadableWord(key, ours, asked.template.choices),
    theirs: toReadableWord(key, theirs, asked.template.choices),
  }));
  return { standing: findStanding(found, definitions), words };
}

async function findMatch(
  bytes: Uint8Array,
  sound: Sound,
  version: RecordVersion | undefined,
  site: VerifyingSite,
): Promise<MatchFinding> {
  try {
    if (!version) throw new Error('verifyPdf() reads the versions it was given.');
    return await compare(bytes, sound, version, site);
  } catch (error) {
    // Whatever a hostile file makes fail in a place nobody thought of: it is not said to fit.
    const { reason, place } =
      error instanceof MismatchError ? error : { reason: 'not-compared' as const, place: undefined };
    // A newer site may have mended how it writes; what was never made by any is a forgery.
    if (reason === 'rendering' && findMakerAge(sound.file.generator, site.generator) === 'newer')
      return { kind: 'newer', message: toNewerMessage(sound.file.generator) };
    return { kind: 'differs', reason, message: toMismatchMessage(reason, place), detail: String(error).slice(0, 500) };
  }
}

async function compare(
  bytes: Uint8Array,
  { file, claimedTime, signer }: Sound,
  version: RecordVersion,
  site: VerifyingSite,
): Promise<MatchFinding> {
  compareData(file, version);
  const signature = { signerName: signer.commonName, fingerprint: signer.fingerprint };
  const texts = toTextToPrint(file.summary, {
    generator: file.generator,
    now: claimedTime,
    signature: { ...signature, reserve: 0 },
  });
  const [font, renderer] = await Promise.all([
    arrive(async () => {
      const loaded = await site.loadFont();
      await loaded.ensure(texts);
      return loaded;
    }),
    // With jsPDF the largest part of the code.
    arrive(() => import('./compare-rendering.ts')),
  ]);
  if (font === undefined || renderer === undefined) return { kind: 'not-loaded' };
  if (findMakerAge(file.generator, site.generator) === 'never')
    throw new MismatchError('generator', file.generator, file.generator.slice(0, 40));
  const opened = openSignedFile(bytes);
  const { field, gap } = readSignatureDictionary(opened);
  const attachment = await decodeStream(checkContents(opened, field));
  const fileId = readFileId(opened);
  renderer.compareRendering({ ...signature, bytes, gap, file, attachment, fileId, claimedTime }, font);
  return { kind: 'equal' };
}

/** What is fetched, or undefined when it does not arrive: the finding then says that nothing was compared. */
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
