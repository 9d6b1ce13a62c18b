import { longestJson, mostFileBytes } from '../../core/text/limits.ts';
import type { KiteiFile } from '../../record/kitei-file.ts';
import type { AnswersProblem, AnswersReading } from '../../record/v1/read-values.ts';
import { LoadError, load } from '../parts/load.ts';
import { decodingWords, readHead, readTextFile } from '../parts/read-text-file.ts';
import type { VerifierPlace } from './load-verifier.ts';

/** Why a PDF's answers are not known to be what was signed. */
export interface Doubt {
  /** Of the verifier, e.g. `not-signed`; `mismatch` when the file is not what kitei makes of its data. */
  reason: string;
  /** Japanese: what the verifier found. */
  message: string;
}

export type FileReading<Answers> =
  | { kind: 'answers'; answers: Answers; doubt?: Doubt | undefined }
  | { kind: 'problem'; problem: AnswersProblem }
  /** A PDF that is not sound, and in which no answers can be found. */
  | { kind: 'refused'; message: string }
  /** A text whose encoding is not certain; `message` is Japanese and says what to do. */
  | { kind: 'undecoded'; message: string }
  /** The code that verifies did not arrive. */
  | { kind: 'not-loaded' };

/** What a tool makes of a file that came back. */
export interface AnswersReader<Answers> {
  /** A file of answers, JSON. */
  readText(text: string): AnswersReading<Answers>;
  /** What a PDF holds; undefined where it is not this tool's. */
  readRecord(file: KiteiFile): AnswersReading<Answers> | undefined;
}

/**
 * Reads answers from a JSON file or from a PDF made here, which is verified first. Answers come out of a refused one too,
 * with the reason: the person may know the file, and decides. Whatever the file, it does not throw.
 */
export async function readAnswersFile<Answers>(
  file: File,
  reader: AnswersReader<Answers>,
  place: VerifierPlace,
): Promise<FileReading<Answers>> {
  try {
    const isPdf = (await readHead(file, 5)) === '%PDF-';
    // A file of 100 MB is refused by its size; it is never read.
    if (file.size > (isPdf ? mostFileBytes : longestJson)) return { kind: 'problem', problem: { kind: 'too-large' } };
    return isPdf ? await readPdf(file, reader, place) : toReading(reader.readText(await readTextFile(file)));
  } catch (error) {
    if (error instanceof LoadError) return { kind: 'not-loaded' };
    const message = decodingWords(error);
    if (message !== undefined) return { kind: 'undecoded', message };
    // Moved, deleted, or locked by another program.
    return { kind: 'problem', problem: { kind: 'not-json' } };
  }
}

async function readPdf<Answers>(
  file: File,
  reader: AnswersReader<Answers>,
  place: VerifierPlace,
): Promise<FileReading<Answers>> {
  const { checkOne } = await load(import('./check-one.ts'));
  const outcome = await checkOne(file, place);
  if (outcome.kind === 'turned-away') return { kind: 'problem', problem: { kind: 'not-json' } };
  const { verification } = outcome;
  if (verification.state === 'sound') {
    const { match } = verification;
    return toAnswers(
      verification.file,
      reader,
      'message' in match ? { reason: 'mismatch', message: match.message } : undefined,
    );
  }
  const { findUnverifiedFile } = await load(import('../../signing/find-unverified-file.ts'));
  const found = await findUnverifiedFile(new Uint8Array(await file.arrayBuffer()));
  return toAnswers(found, reader, verification);
}

function toAnswers<Answers>(
  file: KiteiFile | undefined,
  reader: AnswersReader<Answers>,
  doubt?: Doubt,
): FileReading<Answers> {
  const reading = file && reader.readRecord(file);
  return reading === undefined ? { kind: 'refused', message: doubt?.message ?? '' } : toReading(reading, doubt);
}

function toReading<Answers>(reading: AnswersReading<Answers>, doubt?: Doubt): FileReading<Answers> {
  return reading.ok
    ? { kind: 'answers', answers: reading.answers, doubt: doubt && { reason: doubt.reason, message: doubt.message } }
    : { kind: 'problem', problem: reading.problem };
}
