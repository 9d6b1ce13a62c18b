import type { Tool } from '../../tool.ts';
import { withIssuer } from '../company/issuer.ts';
import { documentFileName } from '../header/file-name.ts';
import { toSentDecision } from './answer-set.ts';
import type { DecisionAnswers } from './answers.ts';
import { DecisionAnswersSchema } from './answers-schema.ts';
import type { DecisionDefinition } from './definition.ts';
import { DecisionDefinitionSchema } from './definition-schema.ts';
import { fillDecision } from './fill.ts';
import { findCharacter } from './find-character.ts';
import { toIdentityParts } from './identity.ts';
import { readDecisionAnswers } from './read-answers.ts';
import { summarizeDecision } from './summarize.ts';
import { validateDecision } from './validate.ts';
import { mostWork, workOf } from './work.ts';

/** The decision. */
export const decisionTool: Tool<DecisionDefinition, DecisionAnswers> = {
  kind: 'decision',
  schemas: { template: DecisionDefinitionSchema, answers: DecisionAnswersSchema },
  readAnswers: readDecisionAnswers,
  fill: fillDecision,
  answeredId: ({ decision }) => decision,
  isBounded: ({ definition, answers }) => workOf(definition, answers.answers) <= mostWork,
  toSent: ({ definition, answers }) => toSentDecision(definition, answers),
  validate: ({ answers }, today) => validateDecision(answers, today),
  summarize: ({ definition, answers }, { words, ...given }) =>
    withIssuer(summarizeDecision(definition, answers, given), words),
  toIdentityParts,
  fileName: ({ definition, answers }, ending) => documentFileName(definition.title, answers.header, ending),
  findPlaces: ({ answers }, character) => findCharacter(answers, character),
};
