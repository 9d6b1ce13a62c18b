import type { Basis } from '../basis.ts';
import type { Template } from '../company/words.ts';
import type { FormDefinition, FormField } from './definition.ts';

/**
 * The parts of a form that make its identity: what it asks and prints, and every text beside that. Addresses do not count:
 * they depend on where a site is published.
 */
export function toIdentityParts(template: Template<FormDefinition>): { asked: object; beside: object } {
  // Whatever is not named here is asked.
  const { id, version, lead, basis, parts, ...paper } = template;
  const fields = parts.flatMap((part): FormField[] => {
    if (part.kind === 'text') return [];
    return part.kind === 'fields' ? part.fields : part.columns;
  });
  const tables = parts.flatMap((part) => (part.kind === 'table' ? [part] : []));
  return {
    asked: {
      ...paper,
      parts: parts.map((part) => {
        if (part.kind === 'text') return part;
        if (part.kind === 'fields') return { ...part, fields: part.fields.map(withoutGuidance) };
        const { blankRows, examples, ...table } = part;
        return { ...table, columns: part.columns.map(withoutGuidance) };
      }),
    },
    beside: {
      lead,
      basis: labelsOf(basis),
      fields: fields.map(({ help, example, basis }) => ({ help, example, basis: labelsOf(basis) })),
      tables: tables.map(({ blankRows, examples }) => ({ blankRows, examples })),
    },
  };
}

function withoutGuidance({ help, example, basis, ...field }: FormField): object {
  return field;
}

function labelsOf(basis: readonly Basis[]): object[] {
  return basis.map(({ citation, label }) => ({ citation, label }));
}
