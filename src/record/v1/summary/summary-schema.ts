import * as z from 'zod/mini';
import { id, version } from '../schema-parts.ts';
import type { SummaryDocument } from './summary-document.ts';

/** Longest text of a block or cell in UTF-16 units; a note has at most 5,000 characters. */
const text = z.string().check(z.maxLength(20_000));
const line = z.string().check(z.maxLength(1000));
const lines = z.array(line).check(z.maxLength(100));

const ColumnSchema = z.strictObject({
  label: line,
  share: z.number().check(z.positive(), z.maximum(1)),
  header: z.optional(z.literal(true)),
});

const RowSchema = z.strictObject({
  cells: z.array(text).check(z.maxLength(20)),
  weight: z.enum(['attention', 'open', 'plain']),
});

const TableSchema = z
  .strictObject({
    kind: z.literal('table'),
    caption: line,
    columns: z.array(ColumnSchema).check(z.minLength(1), z.maxLength(20)),
    rows: z.array(RowSchema).check(z.maxLength(2000)),
  })
  .check(
    z.refine(({ columns, rows }) => rows.every(({ cells }) => cells.length === columns.length), {
      path: ['rows'],
      message: 'Each row has one cell per column.',
    }),
  );

const ChartSchema = z
  .strictObject({
    kind: z.literal('chart'),
    caption: line,
    boxes: z
      .array(
        z.strictObject({
          depth: z.int().check(z.minimum(0), z.maximum(30)),
          title: text,
          lines: z.array(text).check(z.maxLength(4)),
        }),
      )
      .check(z.minLength(1), z.maxLength(2000)),
  })
  .check(
    z.refine(({ boxes }) => boxes.every(({ depth }, index) => depth <= (boxes[index - 1]?.depth ?? -1) + 1), {
      path: ['boxes'],
      message: 'A box stands at most one deeper than the one before.',
    }),
  );

const BlockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), text }),
  z.strictObject({
    kind: z.literal('paragraph'),
    text,
    tone: z.optional(z.enum(['notice', 'conclusion', 'center', 'end', 'note'])),
  }),
  z.strictObject({ kind: z.literal('list'), items: z.array(text).check(z.maxLength(2000)) }),
  z.strictObject({
    kind: z.literal('fields'),
    caption: line,
    rows: z.array(z.strictObject({ label: line, value: text })).check(z.maxLength(100)),
  }),
  TableSchema,
  ChartSchema,
  z.strictObject({ kind: z.literal('seal'), labels: lines, caption: z.optional(line) }),
  z.strictObject({
    kind: z.literal('letter'),
    mark: line,
    date: line,
    to: line,
    from: z.array(z.strictObject({ label: line, value: line })).check(z.maxLength(10)),
    heading: line,
  }),
  z.strictObject({ kind: z.literal('page') }),
]);

/** A summary that comes from outside, e.g. out of a PDF. */
export const SummaryDocumentSchema: z.ZodMiniType<SummaryDocument> = z.strictObject({
  format: z.literal('kitei-summary/1'),
  issuer: z.optional(line.check(z.minLength(1))),
  company: z.optional(line.check(z.minLength(1))),
  title: line.check(z.minLength(1)),
  number: z.string().check(z.regex(/^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/)),
  definition: z.strictObject({
    kind: z.enum(['checklist', 'decision', 'form']),
    id,
    version,
  }),
  look: z.optional(z.literal('paper')),
  blocks: z.array(BlockSchema).check(z.maxLength(20_000)),
});
