import * as z from 'zod/mini';
import type { Template } from '../company/words.ts';
import { basis, choices, id, line, setting, some, text, version } from '../schema-parts.ts';
import type { DecisionDefinition } from './definition.ts';
import { characterClasses } from './password.ts';
import { stages } from './stages.ts';

const count = z.int().check(z.minimum(0), z.maximum(1000));
const TestSchema = z.union([
  z.strictObject({ any: some(id, 100) }),
  z.strictObject({ none: some(id, 100) }),
  z.strictObject({ atLeast: count }),
  z.strictObject({ atMost: count }),
]);
const when = some(z.record(id, TestSchema), 100);

const QuestionSchema = z.strictObject({
  id,
  kind: z.enum(['one', 'several', 'setting']),
  text: line,
  help: text,
  options: some(z.strictObject({ id, text: line, help: text }), 100),
  when,
  clients: z.optional(z.literal(true)),
  choice: z.optional(setting),
  none: z.optional(line),
});

const TellSchema = z.strictObject({ who: line, phone: text, mail: text });

const CheckSchema = z.strictObject({
  kind: z.literal('password'),
  title: line,
  lead: text,
  profiles: some(
    z.strictObject({
      id,
      label: line,
      when,
      minLength: count,
      classes: some(z.enum(characterClasses), characterClasses.length),
      byEye: some(line, 20),
      basis,
    }),
    20,
  ),
});

/** A decision that comes from outside, out of a PDF. */
export const DecisionDefinitionSchema: z.ZodMiniType<Template<DecisionDefinition>> = z.strictObject({
  id,
  version,
  title: line,
  lead: text,
  notice: text,
  remarks: some(text, 100),
  layout: z.enum(['steps', 'sheet']),
  stageNames: z.optional(z.partialRecord(z.enum(stages), line)),
  questions: some(QuestionSchema, 100),
  outcomes: some(z.strictObject({ id, title: line, text, basis, tell: z.optional(some(TellSchema, 20)) }), 200),
  rules: some(z.strictObject({ when, outcome: id, basis }), 500),
  duties: some(
    z.strictObject({
      id,
      stage: z.enum(stages),
      text: text.check(z.minLength(1)),
      source: line,
      who: text,
      record: text,
      when,
      basis,
      stance: z.optional(z.strictObject({ point: id, says: id })),
    }),
    500,
  ),
  contradictions: some(
    z.strictObject({ point: id, positions: some(z.strictObject({ source: line, text }), 20), text }),
    100,
  ),
  undecided: z.optional(line),
  check: z.optional(CheckSchema),
  choices: z.optional(choices),
});
