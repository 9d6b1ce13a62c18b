import type { ChecklistAnswers } from '../../core/checklist/answers.ts';
import { findUnverifiedFile } from '../../signing/find-unverified-file.ts';
import { loadVerifier } from '../verify/load-verifier.ts';
import type { Doubt } from './read-answers-file.ts';

/** What a PDF holds, and what speaks against believing it. */
export interface FoundInPdf {
  /** Undefined where none can be found. */
  answers: ChecklistAnswers | undefined;
  doubt: Doubt | undefined;
}

/**
 * Verifies a PDF and takes the answers out of it. Answers come out of a refused one too, with the reason: the person
 * may know the file, and decides.
 * @returns undefined when the code that verifies does not arrive
 */
export async function verifyForImport(bytes: Uint8Array): Promise<FoundInPdf | undefined> {
  const verifier = await loadVerifier().catch(() => undefined);
  if (!verifier) return undefined;
  const verification = await verifier.verify(bytes);
  if (verification.state === 'refused') {
    const file = await findUnverifiedFile(bytes);
    return { answers: file?.answers, doubt: { reason: verification.reason, message: verification.message } };
  }
  const { match } = verification.grades;
  const doubt = match.grade === 'bad' ? { reason: 'mismatch', message: match.label } : undefined;
  return { answers: verification.file.answers, doubt };
}
