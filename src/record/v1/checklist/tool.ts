import type { Tool } from '../../tool.ts';
import { withIssuer } from '../company/issuer.ts';
import { documentFileName } from '../header/file-name.ts';
import { toSentAnswers } from './answer-set.ts';
import type { ChecklistAnswers } from './answers.ts';
import { ChecklistAnswersSchema } from './answers-schema.ts';
import type { ChecklistDefinition } from './definition.ts';
import { ChecklistDefinitionSchema } from './definition-schema.ts';
import { fillChecklist } from './fill.ts';
import { findCharacter } from './find-character.ts';
import { toIdentityParts } from './identity.ts';
import { readAnswersValue } from './read-answers.ts';
import { summarize } from './summarize.ts';
import { validateAnswers } from './validate.ts';

/** The check list. */
export const checklistTool: Tool<ChecklistDefinition, ChecklistAnswers> = {
  kind: 'checklist',
  schemas: { template: ChecklistDefinitionSchema, answers: ChecklistAnswersSchema },
  readAnswers: readAnswersValue,
  fill: fillChecklist,
  answeredId: ({ checklist }) => checklist,
  // The schema bounds the number of items.
  isBounded: () => true,
  toSent: ({ definition, answers }) => toSentAnswers(definition, answers),
  validate: ({ definition, answers }, today) => validateAnswers(definition, answers, today).problems,
  summarize: ({ definition, answers }, { words, ...given }) => withIssuer(summarize(definition, answers, given), words),
  toIdentityParts,
  fileName: ({ definition, answers }, ending) => documentFileName(definition.title, answers.header, ending),
  findPlaces: ({ definition, answers }, character) => findCharacter(definition, answers, character),
};
