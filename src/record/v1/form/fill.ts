import { trimBasis } from '../basis.ts';
import { fillTexts, type Worded } from '../company/words.ts';
import type { FormDefinition, FormPart } from './definition.ts';

/** A form as people of this company see it. */
export function fillForm({ template, words }: Worded<FormDefinition>): FormDefinition {
  const { choices = {}, ...definition } = template;
  const filled = trimBasis(fillTexts(definition, words, choices), words);
  return {
    ...filled,
    parts: filled.parts.map((part): FormPart => {
      if (part.kind === 'text') return part;
      if (part.kind === 'fields') return { ...part, fields: part.fields.map((field) => trimBasis(field, words)) };
      return { ...part, columns: part.columns.map((column) => trimBasis(column, words)) };
    }),
  };
}
