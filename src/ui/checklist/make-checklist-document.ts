import { sha256 } from '@noble/hashes/sha2.js';
import { documentNumberOf } from '../../record/document-number.ts';
import { toSentAnswers } from '../../record/v1/checklist/answer-set.ts';
import type { ChecklistAnswers } from '../../record/v1/checklist/answers.ts';
import type { ChecklistDefinition } from '../../record/v1/checklist/definition.ts';
import { pdfFileName } from '../../record/v1/checklist/file-name.ts';
import { findCharacter } from '../../record/v1/checklist/find-character.ts';
import { summarize } from '../../record/v1/checklist/summarize.ts';
import type { MadeDocument } from '../sign/document-host.ts';

/** The document that the answers to a list make. Loaded when somebody wants to see it. */
export function makeChecklistDocument(definition: ChecklistDefinition, typed: ChecklistAnswers): MadeDocument {
  const answers = toSentAnswers(definition, typed);
  return {
    contents: { definition, answers },
    summary: summarize(definition, answers, { documentNumber: documentNumberOf(answers, sha256) }),
    fileName: pdfFileName(answers),
    findPlaces: (character) => findCharacter(definition, answers, character),
  };
}
