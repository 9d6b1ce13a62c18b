import { type FoundPaper, type KnownForm, readPaper } from '../../core/form/found-paper.ts';
import { readSheets } from '../../core/form/read-sheets.ts';
import { longestJson } from '../../core/text/limits.ts';
import { findForm } from '../../record/contents.ts';
import type { FormDefinition } from '../../record/v1/form/definition.ts';
import type { AnswersReading } from '../../record/v1/read-values.ts';
import { load } from '../parts/load.ts';
import { readHead } from '../parts/read-text-file.ts';
import type { VerifierPlace } from '../receive/load-verifier.ts';
import { type AnswersReader, type FileReading, readAnswersFile } from '../receive/read-answers-file.ts';

/** Largest Excel file that is opened, in bytes. */
const mostSheetBytes = 10 * 1024 * 1024;

/**
 * Reads a paper of a form, or of one of its sources, from JSON, from a PDF, which is verified, or from Excel. Whatever the
 * file, it does not throw.
 */
export async function readFormFile(
  file: File,
  definition: FormDefinition,
  sources: readonly KnownForm[],
  place: VerifierPlace,
): Promise<FileReading<FoundPaper>> {
  // '' for what cannot be read: moved, deleted, or locked by another program.
  const isZip = (await readHead(file, 4).catch(() => '')) === 'PK\u0003\u0004';
  if (isZip) return readExcel(file, definition);
  return readAnswersFile(file, toReader(definition, sources), place);
}

function toReader(definition: FormDefinition, sources: readonly KnownForm[]): AnswersReader<FoundPaper> {
  return {
    readText: (text) => readText(text, definition, sources),
    readRecord(file) {
      const answers = findForm(file)?.answers;
      return answers && readPaper(answers, definition, sources);
    },
  };
}

function readText(text: string, definition: FormDefinition, sources: readonly KnownForm[]): AnswersReading<FoundPaper> {
  if (text.length > longestJson) return { ok: false, problem: { kind: 'too-large' } };
  try {
    return readPaper(JSON.parse(text.replace(/^\uFEFF/, '')), definition, sources);
  } catch {
    return { ok: false, problem: { kind: 'not-json' } };
  }
}

async function readExcel(file: File, definition: FormDefinition): Promise<FileReading<FoundPaper>> {
  if (file.size > mostSheetBytes) return { kind: 'problem', problem: { kind: 'too-large' } };
  try {
    const { readXlsx } = await load(import('../../importer/list/read-xlsx.ts'));
    const reading = readSheets(readXlsx(new Uint8Array(await file.arrayBuffer())), definition);
    return reading.ok
      ? { kind: 'answers', answers: { isSame: true, answers: reading.answers } }
      : { kind: 'problem', problem: reading.problem };
  } catch (error) {
    if (error instanceof Error && error.name === 'LoadError') return { kind: 'not-loaded' };
    // No workbook, or a broken one.
    return { kind: 'problem', problem: { kind: 'not-json' } };
  }
}
