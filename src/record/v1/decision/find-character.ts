import { headerKeys, headerNames } from '../header/header.ts';
import type { DecisionAnswers } from './answers.ts';
import type { DecisionDefinition } from './definition.ts';
import { reportFieldId, timeFieldId } from './field-ids.ts';

/** The fields in which a character (a base with its variation selector counts as one) was typed, in order of display. */
export function findCharacter(
  definition: DecisionDefinition,
  sent: DecisionAnswers,
  character: string,
): { fieldId: string; label: string }[] {
  const has = (text: string | undefined) => text?.includes(character) === true;
  const times = definition.duties
    .filter(({ id }) => Object.hasOwn(sent.times, id) && has(sent.times[id]))
    .map(({ id, text }) => ({ fieldId: timeFieldId(id), label: `${text} の時刻` }));
  const header = headerKeys
    .filter((field) => has(sent.header[field]))
    .map((field) => ({ fieldId: field, label: headerNames[field] }));
  const fields = (definition.report?.fields ?? [])
    .filter(({ id }) => Object.hasOwn(sent.fields, id) && has(sent.fields[id]))
    .map(({ id, label }) => ({ fieldId: reportFieldId(id), label }));
  return [...times, ...header, ...fields];
}
