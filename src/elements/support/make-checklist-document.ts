import { sha256 } from '@noble/hashes/sha2.js';
import { toSentAnswers } from '../../core/checklist/answer-set.ts';
import type { ChecklistAnswers } from '../../core/checklist/answers.ts';
import type { ChecklistDefinition } from '../../core/checklist/definition.ts';
import { pdfFileName } from '../../core/checklist/file-name.ts';
import { findCharacter } from '../../core/checklist/find-character.ts';
import { summarize } from '../../core/checklist/summarize.ts';
import { documentNumberOf } from '../../core/file/document-number.ts';
import type { MadeDocument } from './document-host.ts';

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
