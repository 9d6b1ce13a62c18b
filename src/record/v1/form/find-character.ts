import type { FieldPlace } from '../../tool.ts';
import type { FormAnswers } from './answers.ts';
import type { FormDefinition } from './definition.ts';
import { cellFieldId, formFieldId } from './field-ids.ts';
import { findCell, findField, headKeysOf, headNamesOf, rowsOf } from './given.ts';
import { cellName, fieldName } from './names.ts';

/** The fields in which a character (a base with its variation selector counts as one) was typed, in order of display. */
export function findCharacter(definition: FormDefinition, sent: FormAnswers, character: string): FieldPlace[] {
  const names = headNamesOf(definition);
  const header = headKeysOf(definition)
    .filter((key) => sent.header[key].includes(character))
    .map((key) => ({ fieldId: key, label: names[key] ?? '' }));
  const parts = definition.parts.flatMap((part): FieldPlace[] => {
    if (part.kind === 'text') return [];
    if (part.kind === 'fields')
      return part.fields
        .filter(({ id }) => findField(sent, id).includes(character))
        .map((field) => ({ fieldId: formFieldId(field.id), label: fieldName(definition, field) }));
    return rowsOf(sent, part.id).flatMap((row, index) =>
      part.columns
        .filter(({ id }) => findCell(row, id).includes(character))
        .map((column) => ({ fieldId: cellFieldId(part.id, row.id, column.id), label: cellName(part, index, column) })),
    );
  });
  return [...header, ...parts];
}
