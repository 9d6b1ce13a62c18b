import { sha256 } from '@noble/hashes/sha2.js';
import { toSentDecision } from '../../core/decision/answer-set.ts';
import type { DecisionAnswers } from '../../core/decision/answers.ts';
import type { DecisionDefinition } from '../../core/decision/definition.ts';
import { findCharacter } from '../../core/decision/find-character.ts';
import { summarizeDecision } from '../../core/decision/summarize.ts';
import { documentNumberOf } from '../../core/file/document-number.ts';
import { documentFileName } from '../../core/header/file-name.ts';
import type { MadeDocument } from './document-host.ts';

/** The document that a decided decision makes. Loaded when somebody wants to see it. */
export function makeDecisionDocument(definition: DecisionDefinition, given: DecisionAnswers): MadeDocument {
  const answers = toSentDecision(definition, given);
  return {
    contents: { definition, answers },
    summary: summarizeDecision(definition, answers, { documentNumber: documentNumberOf(answers, sha256) }),
    fileName: documentFileName(definition.title, answers.header, '.pdf'),
    findPlaces: (character) => findCharacter(definition, answers, character),
  };
}
