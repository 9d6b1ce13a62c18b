import { sha256 } from '@noble/hashes/sha2.js';
import { documentNumberOf } from '../../record/document-number.ts';
import { toSentDecision } from '../../record/v1/decision/answer-set.ts';
import type { DecisionAnswers } from '../../record/v1/decision/answers.ts';
import type { DecisionDefinition } from '../../record/v1/decision/definition.ts';
import { findCharacter } from '../../record/v1/decision/find-character.ts';
import { summarizeDecision } from '../../record/v1/decision/summarize.ts';
import { documentFileName } from '../../record/v1/header/file-name.ts';
import type { MadeDocument } from '../sign/document-host.ts';

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
