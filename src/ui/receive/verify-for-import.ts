import { isChecklist } from '../../record/contents.ts';
import type { KiteiFile } from '../../record/kitei-file.ts';
import type { ChecklistAnswers } from '../../record/v1/checklist/answers.ts';
import { findCrypto } from '../../signing/crypto.ts';
import { findUnverifiedFile } from '../../signing/find-unverified-file.ts';
import { verifyFile } from '../../verifier/verify-file.ts';

/** Why a PDF's answers are not known to be what was signed. */
export interface Doubt {
  /** Of the verifier, e.g. `not-signed`; `mismatch` when page and data differ. */
  reason: string;
  /** Japanese: what the verifier found. */
  message: string;
}

/** What a PDF holds, and what speaks against believing it. */
export interface FoundInPdf {
  /** Undefined where none can be found. */
  answers: ChecklistAnswers | undefined;
  doubt: Doubt | undefined;
}

/**
 * Verifies a PDF and takes the answers out of it. Answers come out of a refused one too, with the reason: the person
 * may know the file, and decides. Pages and data are compared by their texts; the shapes of the letters are not, for
 * that takes the font, and every answer is shown in the form anyway.
 * @throws when the cryptography for plain http does not arrive
 */
export async function verifyForImport(bytes: Uint8Array): Promise<FoundInPdf> {
  const { crypto } = await findCrypto(globalThis.crypto);
  const loadFont = () => Promise.reject(new Error('Shapes are not compared.'));
  const verdict = await verifyFile(bytes, { crypto, generator: '', definitions: undefined, loadFont });
  if (verdict.state === 'refused') {
    const file = await findUnverifiedFile(bytes);
    return { answers: checklistAnswers(file), doubt: { reason: verdict.reason, message: verdict.message } };
  }
  const { file, match } = verdict;
  const doubt = match.kind === 'differs' ? { reason: 'mismatch', message: match.message } : undefined;
  return { answers: checklistAnswers(file), doubt };
}

/** A decision's file holds no answers to a list. */
function checklistAnswers(file: KiteiFile | undefined): ChecklistAnswers | undefined {
  return file && isChecklist(file) ? file.answers : undefined;
}
