import type { KiteiFile } from '../core/file/kitei-file.ts';
import { type KiteiFileProblem, readKiteiFile } from '../core/file/read-kitei-file.ts';
import { coveredBytes } from './byte-range.ts';
import { equalBytes, toHex } from './bytes.ts';
import { checkChain } from './certificate-chain.ts';
import { parseCms, type SignedMessage } from './cms.ts';
import type { VerifyingCrypto } from './crypto.ts';
import { gradeRefusal, gradeSound } from './grades.ts';
import { decodeStream } from './pdf/decode-stream.ts';
import type { PdfObject } from './pdf/pdf-file.ts';
import { PdfSyntaxError } from './pdf/pdf-value.ts';
import { RefusalError, type RefusalReason, refusals } from './refusal-reasons.ts';
import type { Refused, SignerFacts, Sound, Verification } from './verification.ts';
import { checkContents } from './verify/check-contents.ts';
import { describeForeign, openSignedFile } from './verify/open-signed-file.ts';
import { readSignatureDictionary, type SignatureDictionary } from './verify/signature-dictionary.ts';

export type { Grade, GradeMark, Grades, Refused, SignerFacts, Sound, Verification } from './verification.ts';

/**
 * Verifies a PDF strictly: what signPdf would not have written is refused with a reason.
 * Never throws, whatever the bytes.
 */
export async function verifyPdf(bytes: Uint8Array, crypto: VerifyingCrypto): Promise<Verification> {
  try {
    return await verify(bytes, crypto);
  } catch (error) {
    return toRefused(error instanceof RefusalError ? error.reason : 'not-understood');
  }
}

/** The refusal for a reason found outside, e.g. a file that cannot be opened. */
export function toRefused(reason: RefusalReason): Refused {
  return { state: 'refused', reason, message: refusals[reason].message, grades: gradeRefusal(reason) };
}

async function verify(bytes: Uint8Array, crypto: VerifyingCrypto): Promise<Sound> {
  const file = openSignedFile(bytes);
  const dictionary = await refuseSyntax(
    () => describeForeign(bytes),
    () => readSignatureDictionary(file),
  );
  const message = await checkSignature(bytes, dictionary, crypto);
  // From here on the file is what was signed: other syntax is another writer's, not damage.
  const attachment = await refuseSyntax(
    () => 'signed-elsewhere',
    () => checkContents(file, dictionary.field),
  );
  const data = await readData(attachment);
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

/** Digest, signature, certificate: in this order, because a changed file is the most likely, and the plainest, finding. */
async function checkSignature(
  bytes: Uint8Array,
  { cms, gap }: SignatureDictionary,
  crypto: VerifyingCrypto,
): Promise<SignedMessage> {
  const message = parseCms(cms);
  if (!message) throw new RefusalError('signature-not-canonical', 'The CMS object is not one that buildCms writes.');
  const { signer, chain, signature, signedAttributes, messageDigest } = message;
  if (!equalBytes(await crypto.digest(coveredBytes(bytes, gap)), messageDigest))
    throw new RefusalError('changed-after-signing', 'The digest differs.');
  const isSigned = await crypto.verify(signer.facts.publicKey, signature, signedAttributes).catch(() => false);
  if (!isSigned) throw new RefusalError('signature-wrong', 'The key of the certificate did not sign the attributes.');
  for (const { der, statedHash } of [signer, ...chain])
    if (!equalBytes(await crypto.digest(der), statedHash))
      throw new RefusalError('certificate-replaced', 'signing-certificate-v2 differs.');
  return message;
}

async function readData(attachment: PdfObject): Promise<KiteiFile> {
  const bytes = await refuseSyntax(
    () => 'data-unreadable',
    () => decodeStream(attachment),
  );
  const result = readKiteiFile(bytes);
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

/** Runs a step; syntax that is not ours becomes a refusal. */
async function refuseSyntax<Result>(
  findReason: () => RefusalReason,
  step: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof PdfSyntaxError) throw new RefusalError(findReason(), error.message, { cause: error });
    throw error;
  }
}
