import { longestJson, mostFileBytes } from '../../core/text/limits.ts';
import { findChecklist } from '../../record/contents.ts';
import type { KiteiFile } from '../../record/kitei-file.ts';
import type { ChecklistAnswers } from '../../record/v1/checklist/answers.ts';
import type { ChecklistDefinition } from '../../record/v1/checklist/definition.ts';
import { readAnswers, readAnswersValue } from '../../record/v1/checklist/read-answers.ts';
import type { AnswersProblem, AnswersReading } from '../../record/v1/read-values.ts';
import { LoadError, load } from '../parts/load.ts';
import type { VerifierPlace } from '../receive/load-verifier.ts';

/** Why a PDF's answers are not known to be what was signed. */
export interface Doubt {
  /** Of the verifier, e.g. `not-signed`; `mismatch` when the file is not what kitei makes of its data. */
  reason: string;
  /** Japanese: what the verifier found. */
  message: string;
}

export type FileReading =
  | { kind: 'answers'; answers: ChecklistAnswers; doubt?: Doubt | undefined }
  | { kind: 'problem'; problem: AnswersProblem }
  /** A PDF that is not sound, and in which no answers can be found. */
  | { kind: 'refused'; message: string }
  /** The code that verifies did not arrive. */
  | { kind: 'not-loaded' };

/**
 * Reads answers to a list from a JSON file or from a PDF made here, which is verified first. Answers come out of a refused
 * one too, with the reason: the person may know the file, and decides. Whatever the file, it does not throw.
 */
export async function readAnswersFile(
  file: File,
  definition: ChecklistDefinition,
  place: VerifierPlace,
): Promise<FileReading> {
  try {
    const isPdf = (await file.slice(0, 5).text()) === '%PDF-';
    // A file of 100 MB is refused by its size; it is never read.
    if (file.size > (isPdf ? mostFileBytes : longestJson)) return { kind: 'problem', problem: { kind: 'too-large' } };
    return isPdf ? await readPdf(file, definition, place) : toReading(readAnswers(await file.text(), definition));
  } catch (error) {
    if (error instanceof LoadError) return { kind: 'not-loaded' };
    // Moved, deleted, or locked by another program.
    return { kind: 'problem', problem: { kind: 'not-json' } };
  }
}

async function readPdf(file: File, definition: ChecklistDefinition, place: VerifierPlace): Promise<FileReading> {
  const { checkOne } = await load(import('../receive/check-one.ts'));
  const outcome = await checkOne(file, place);
  if (outcome.kind === 'turned-away') return { kind: 'problem', problem: { kind: 'not-json' } };
  const { verification } = outcome;
  if (verification.state === 'sound') {
    const { match } = verification;
    return toAnswers(
      verification.file,
      definition,
      'message' in match ? { reason: 'mismatch', message: match.message } : undefined,
    );
  }
  const { findUnverifiedFile } = await load(import('../../signing/find-unverified-file.ts'));
  const found = await findUnverifiedFile(new Uint8Array(await file.arrayBuffer()));
  return toAnswers(found, definition, verification);
}

function toAnswers(file: KiteiFile | undefined, definition: ChecklistDefinition, doubt?: Doubt): FileReading {
  // The file of another tool holds no answers to a list.
  const answers = file && findChecklist(file)?.answers;
  if (answers === undefined) return { kind: 'refused', message: doubt?.message ?? '' };
  return toReading(readAnswersValue(answers, definition), doubt);
}

function toReading(reading: AnswersReading<ChecklistAnswers>, doubt?: Doubt): FileReading {
  return reading.ok
    ? { kind: 'answers', answers: reading.answers, doubt: doubt && { reason: doubt.reason, message: doubt.message } }
    : { kind: 'problem', problem: reading.problem };
}
