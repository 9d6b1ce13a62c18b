import type { ChecklistAnswers } from '../../record/v1/checklist/answers.ts';
import type { ChecklistDefinition } from '../../record/v1/checklist/definition.ts';
import {
  type AnswersProblem,
  type AnswersReading,
  longestText,
  readAnswers,
  readAnswersValue,
} from '../../record/v1/checklist/read-answers.ts';
import type { Doubt } from './verify-for-import.ts';

export type FileReading =
  | { kind: 'answers'; answers: ChecklistAnswers; doubt?: Doubt | undefined }
  | { kind: 'problem'; problem: AnswersProblem }
  /** A PDF that is not sound, and in which no answers can be found. */
  | { kind: 'refused'; message: string }
  /** The code that verifies did not arrive. */
  | { kind: 'not-loaded' };

/** Largest PDF that is read, in bytes (20 MB), as on the verify page. */
const mostPdfBytes = 20 * 1024 * 1024;

/** Reads answers to a list from a JSON file or from a PDF made here, which is verified first. Whatever the file, it does not throw. */
export async function readAnswersFile(file: Blob, definition: ChecklistDefinition): Promise<FileReading> {
  try {
    const isPdf = (await file.slice(0, 5).text()) === '%PDF-';
    // A file of 100 MB is refused by its size; it is never read.
    if (file.size > (isPdf ? mostPdfBytes : longestText)) return { kind: 'problem', problem: { kind: 'too-large' } };
    if (isPdf) return await readPdf(new Uint8Array(await file.arrayBuffer()), definition);
    return toReading(readAnswers(await file.text(), definition));
  } catch {
    // Moved, deleted, or locked by another program.
    return { kind: 'problem', problem: { kind: 'not-json' } };
  }
}

async function readPdf(bytes: Uint8Array, definition: ChecklistDefinition): Promise<FileReading> {
  const found = await import('./verify-for-import.ts')
    .then(({ verifyForImport }) => verifyForImport(bytes))
    .catch(() => undefined);
  // Verifying itself never fails; only its code may not arrive.
  if (!found) return { kind: 'not-loaded' };
  const { answers, doubt } = found;
  if (answers === undefined) return { kind: 'refused', message: doubt?.message ?? '' };
  return toReading(readAnswersValue(answers, definition), doubt);
}

function toReading(reading: AnswersReading, doubt?: Doubt): FileReading {
  return reading.ok
    ? { kind: 'answers', answers: reading.answers, doubt }
    : { kind: 'problem', problem: reading.problem };
}
