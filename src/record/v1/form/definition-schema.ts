import * as z from 'zod/mini';
import type { Template } from '../company/words.ts';
import { basis, choices, id, line, some, text, version } from '../schema-parts.ts';
import { type FormDefinition, personKeys } from './definition.ts';
import { findFormFlaws } from './flaws.ts';
import { mostColumns, mostFields, mostParts } from './limits.ts';

const label = line.check(z.maxLength(200));
const title = z.string().check(z.maxLength(200));
const lines = some(text.check(z.minLength(1)), 50);

const field = {
  id,
  label,
  help: text,
  kind: z.enum(['line', 'text', 'date', 'moment', 'number', 'one', 'several']),
  options: z.optional(some(label, 100).check(z.minLength(1))),
  open: z.optional(z.literal(true)),
  unit: z.optional(label),
  required: z.optional(z.literal(true)),
  example: z.optional(line),
  basis,
};

const ColumnSchema = z.strictObject({
  ...field,
  share: z.number().check(z.positive(), z.maximum(1)),
  person: z.optional(z.enum(personKeys)),
});

const ChartSchema = z.strictObject({
  title: label,
  box: id,
  lines: some(id, 4).check(z.minLength(1)),
  under: z.optional(id),
  levels: z.optional(some(some(label, 20).check(z.minLength(1)), 10).check(z.minLength(1))),
});

const PartSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fields'), id, title, fields: some(z.strictObject(field), mostFields) }),
  z.strictObject({
    kind: z.literal('table'),
    id,
    title,
    row: label,
    columns: some(ColumnSchema, mostColumns).check(z.minLength(1)),
    blankRows: z.int().check(z.minimum(1), z.maximum(60)),
    examples: some(some(text, mostColumns), 60),
    notes: lines,
    people: z.optional(z.literal(true)),
    required: z.optional(z.literal(true)),
    chart: z.optional(ChartSchema),
  }),
  z.strictObject({ kind: z.literal('text'), id, lines }),
]);

/** A form that comes from outside, out of a PDF. */
export const FormDefinitionSchema: z.ZodMiniType<Template<FormDefinition>> = z
  .strictObject({
    id,
    version,
    title: line,
    lead: text,
    use: z.enum(['paper', 'roster', 'register']),
    layout: z.enum(['letter', 'sheet']),
    mark: z.optional(label),
    heading: label,
    head: z.strictObject({
      company: label,
      checker: label,
      checkedOn: label,
      recipient: z.optional(z.strictObject({ label, ending: z.enum(['御中', 'あて', '様', '']) })),
      business: z.optional(label),
    }),
    body: lines,
    listed: z.optional(z.literal(true)),
    parts: some(PartSchema, mostParts),
    each: z.optional(id),
    seal: some(label, 20),
    approval: z.optional(z.strictObject({ title: label, labels: some(label, 20) })),
    replies: z.optional(z.strictObject({ title: id, number: id, hash: id, date: id, result: id })),
    basis,
    choices: z.optional(choices),
  })
  .check(
    z.refine((definition) => findFormFlaws(definition).length === 0, {
      path: ['parts'],
      message: 'Its parts do not fit together.',
    }),
  );
