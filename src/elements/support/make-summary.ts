import { sha256 } from '@noble/hashes/sha2.js';
import { toSentAnswers } from '../../core/checklist/answer-set.ts';
import type { ChecklistAnswers } from '../../core/checklist/answers.ts';
import type { ChecklistDefinition } from '../../core/checklist/definition.ts';
import { summarize } from '../../core/checklist/summarize.ts';
import { documentNumberOf } from '../../core/file/document-number.ts';
import type { SummaryDocument } from '../../core/summary/summary-document.ts';

/** The answers as they will be sent, and the document they make. Loaded when somebody wants to see it. */
export function makeSummary(
  definition: ChecklistDefinition,
  typed: ChecklistAnswers,
): { answers: ChecklistAnswers; summary: SummaryDocument } {
  const answers = toSentAnswers(definition, typed);
  return { answers, summary: summarize(definition, answers, { documentNumber: documentNumberOf(answers, sha256) }) };
}
