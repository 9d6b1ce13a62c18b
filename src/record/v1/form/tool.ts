import type { Tool } from '../../tool.ts';
import { documentFileName } from '../header/file-name.ts';
import { toSentForm } from './answer-set.ts';
import type { FormAnswers } from './answers.ts';
import { FormAnswersSchema } from './answers-schema.ts';
import type { FormDefinition } from './definition.ts';
import { FormDefinitionSchema } from './definition-schema.ts';
import { fillForm } from './fill.ts';
import { findCharacter } from './find-character.ts';
import { toIdentityParts } from './identity.ts';
import { isFormBounded } from './limits.ts';
import { readFormAnswers } from './read-answers.ts';
import { summarizeForm } from './summarize.ts';
import { validateForm } from './validate.ts';

/** The form. Its paper is handed to others: it does not say whose site made it. */
export const formTool: Tool<FormDefinition, FormAnswers> = {
  kind: 'form',
  schemas: { template: FormDefinitionSchema, answers: FormAnswersSchema },
  readAnswers: readFormAnswers,
  fill: fillForm,
  answeredId: ({ form }) => form,
  isBounded: ({ definition, answers }) => isFormBounded(definition, answers),
  toSent: ({ definition, answers }) => toSentForm(definition, answers),
  validate: ({ definition, answers }, today) => validateForm(definition, answers, today),
  summarize: ({ definition, answers }, { documentNumber }) => summarizeForm(definition, answers, { documentNumber }),
  toIdentityParts,
  fileName: ({ definition, answers }, ending) => documentFileName(definition.title, answers.header, ending),
  findPlaces: ({ definition, answers }, character) => findCharacter(definition, answers, character),
};
