import type { KiteiFile } from '../record/kitei-file.ts';
import { type KiteiFileProblem, readKiteiFile } from '../record/read-kitei-file.ts';
import type { RecordVersion } from '../record/versions.ts';
import { toHex } from './bytes.ts';
import { checkChain } from './certificate-chain.ts';
import type { SignedMessage } from './cms.ts';
import type { VerifyingCrypto } from './crypto.ts';
import { gradeRefusal, gradeSound } from './grades.ts';
import { decodeStream } from './pdf/decode-stream.ts';
import type { PdfObject } from './pdf/pdf-file.ts';
import { RefusalError, type RefusalReason, refusals } from './refusal-reasons.ts';
import type { Refused, SignerFacts, Sound, Verification } from './verification.ts';
import { checkContents } from './verify/check-contents.ts';
import { checkSignature } from './verify/check-signature.ts';
import { refuseSyntax } from './verify/refuse-syntax.ts';

export type { Grade, GradeMark, Grades, Refused, SignerFacts, Sound, Verification } from './verification.ts';

/**
 * Verifies a PDF strictly: what signPdf would not have written is refused with a reason.
 * Never throws, whatever the bytes.
 * @param versions of the record that can be read; all there are, if nothing is said
 */
export async function verifyPdf(
  bytes: Uint8Array,
  crypto: VerifyingCrypto,
  versions?: readonly RecordVersion[],
): Promise<Verification> {
  try {
    return await verify(bytes, crypto, versions);
  } catch (error) {
    return toRefused(error instanceof RefusalError ? error.reason : 'not-understood');
  }
}

/** The refusal for a reason found outside, e.g. a file that cannot be opened. */
export function toRefused(reason: RefusalReason): Refused {
  return { state: 'refused', reason, message: refusals[reason].message, grades: gradeRefusal(reason) };
}

async function verify(bytes: Uint8Array, crypto: VerifyingCrypto, versions?: readonly RecordVersion[]): Promise<Sound> {
  const { file, dictionary, message } = await checkSignature(bytes, crypto);
  // From here on the file is what was signed: other syntax is another writer's, not damage.
  const attachment = await refuseSyntax(
    () => 'signed-elsewhere',
    () => checkContents(file, dictionary.field),
  );
  const data = await readData(attachment, versions);
  const signer = await describeSigner(message, dictionary.claimedTime, crypto);
  return {
    state: 'sound',
    signer,
    claimedTime: dictionary.claimedTime,
    documentNumber: data.summary.number,
    file: data,
    grades: gradeSound({ ...signer, maySign: message.signer.facts.maySign }),
  };
}

async function readData(attachment: PdfObject, versions?: readonly RecordVersion[]): Promise<KiteiFile> {
  const bytes = await refuseSyntax(
    () => 'data-unreadable',
    () => decodeStream(attachment),
  );
  const result = readKiteiFile(bytes, versions);
  if (result.ok) return result.file;
  throw new RefusalError(toDataReason(result.problem), result.detail);
}

function toDataReason(problem: KiteiFileProblem): RefusalReason {
  if (problem === 'newer-format') return 'data-newer';
  return problem === 'not-canonical' ? 'data-not-canonical' : 'data-unreadable';
}

async function describeSigner(
  { signer, chain: others }: SignedMessage,
  claimedTime: Date,
  crypto: VerifyingCrypto,
): Promise<SignerFacts> {
  const { facts, statedHash } = signer;
  const { commonName, organization, subject, selfSigned, notBefore, notAfter } = facts;
  const validAtClaimedTime = notBefore <= claimedTime && claimedTime <= notAfter;
  const fingerprint = toHex(statedHash);
  const chain = await checkChain([signer, ...others], crypto);
  return { commonName, organization, subject, fingerprint, selfSigned, chain, notBefore, notAfter, validAtClaimedTime };
}
