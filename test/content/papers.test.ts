import { describe, expect, test } from 'vitest';
import type { FormDefinition, FormField } from '../../src/record/v1/form/definition.ts';
import { shareLibrary } from '../support/share-library.ts';
import { demandedPapers } from './papers.ts';

const { forms, records, handbooks } = await shareLibrary('content');
const definitions = new Map(forms.map(({ definition }) => [definition.id, definition]));

/** Labels of all that a form asks besides its head, in order of display. */
function labelsOf({ parts }: FormDefinition): string[] {
  const asked = parts.flatMap((part): FormField[] => {
    if (part.kind === 'text') return [];
    return part.kind === 'fields' ? part.fields : part.columns;
  });
  return asked.map(({ label }) => label);
}

/** Every text that a form prints; its addresses, help and examples of one field aside. */
function printedTexts(definition: FormDefinition): string {
  const { title, heading, mark, head, body, parts, seal, approval } = definition;
  const asked = parts.flatMap((part) =>
    part.kind === 'text'
      ? part.lines
      : [
          part.title,
          ...(part.kind === 'fields'
            ? part.fields.flatMap(wordsOf)
            : [...part.columns.flatMap(wordsOf), ...part.notes, ...part.examples.flat(), part.chart?.title ?? '']),
        ],
  );
  return [title, heading, mark, JSON.stringify(head), ...body, ...asked, ...seal, JSON.stringify(approval ?? '')].join(
    '\n',
  );
}

function wordsOf({ label, options = [] }: FormField): string[] {
  return [label, ...options];
}

describe.each(demandedPapers)('$name', ({ forms: ids, facts, exactly }) => {
  test('is a form that holds each fact of the document', () => {
    const known = ids.flatMap((id) => definitions.get(id) ?? []);
    expect(known.map(({ id }) => id)).toEqual(ids);
    const printed = known.map(printedTexts).join('\n');
    expect(facts.filter((fact) => !printed.includes(fact))).toEqual([]);
  });

  test.runIf(exactly)('asks what the document prescribes and nothing else', () => {
    const [first = ''] = ids;
    const definition = definitions.get(first);
    expect(definition && labelsOf(definition)).toEqual(facts);
  });
});

test('no form has gone unnamed here that makes a record of a client', () => {
  const named = new Set(demandedPapers.flatMap(({ forms }) => forms));
  const clients = new Set(handbooks.filter(({ source }) => source.ours !== true).map(({ id }) => id));
  const unnamed = forms
    .filter(({ handbook, records }) => clients.has(handbook ?? '') && records.length > 0)
    .map(({ definition }) => definition.id)
    .filter((id) => !named.has(id));
  expect(unnamed.toSorted()).toEqual(['higashiosaka-investigation-report', 'rodokyoku-emergency-measures']);
});

test('no form prints the name of another document’s client', () => {
  const names: Record<string, RegExp> = {
    rodokyoku: /労働局|貴局/,
    nerima: /練馬区/,
    higashiosaka: /東大阪市|委託作業管理区域/,
  };
  const told = forms.flatMap(({ definition, handbook }) =>
    Object.entries(names).flatMap(([id, name]) =>
      handbook !== undefined && handbook !== id && name.test(printedTexts(definition)) ? [definition.id] : [],
    ),
  );
  expect(told).toEqual([]);
});

test('each record that a form makes is one of the documents', () => {
  const made = forms.flatMap(({ records: ids }) => ids);
  const known = Object.entries(records).flatMap(([handbook, own]) => Object.keys(own).map((id) => `${handbook}:${id}`));
  expect(made.filter((id) => !known.includes(id))).toEqual([]);
  expect(new Set(made).size).toBeGreaterThan(60);
});
