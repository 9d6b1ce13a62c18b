import { blankAnyDate, blankEraDate, blankEraMoment, formatEraDate, formatEraMoment } from '../../../core/text/era.ts';
import { isWideTable } from '../layout/table-plan.ts';
import type { SummaryBlock, SummaryColumn, SummaryDocument, SummaryRow } from '../summary/summary-document.ts';
import { toSentForm } from './answer-set.ts';
import type { FormAnswers, FormRow } from './answers.ts';
import { fillBusiness } from './business.ts';
import { toBlankBoxes, toBoxes } from './chart.ts';
import type { FormColumn, FormDefinition, FormField, FormPart, FormTable } from './definition.ts';
import { emptyFormAnswers, findCell, findField, rowsOf } from './given.ts';
import { chosenOf } from './sent-text.ts';
import { headBlocks } from './summarize-head.ts';

/** What a paper is made of. */
export interface PaperContents {
  definition: FormDefinition;
  sent: FormAnswers;
  /** Nothing is filled in: it is to be written on by hand. */
  isBlank: boolean;
}

/**
 * A form with its answers as screen, paper and PDF show it: the paper alone, nothing about it. Depends on nothing else, so
 * that a verifier can compute it afresh.
 * @param documentNumber of the answers as sent; see documentNumberOf()
 */
export function summarizeForm(
  definition: FormDefinition,
  answers: FormAnswers,
  { documentNumber }: { documentNumber: string },
): SummaryDocument {
  return toPaper({ definition, sent: toSentForm(definition, answers), isBlank: false }, documentNumber);
}

/**
 * The same paper to be written on by hand, with the source's examples; it has no number.
 * @param addressee where the form is for one alone; @param tables rows that are known beforehand
 */
export function blankForm(
  definition: FormDefinition,
  addressee = '',
  tables: FormAnswers['tables'] = {},
): SummaryDocument {
  const sent = { ...emptyFormAnswers(definition, 'blank'), tables };
  return toPaper(
    { definition, sent: { ...sent, header: { ...sent.header, recipient: addressee } }, isBlank: true },
    '',
  );
}

function toPaper(contents: PaperContents, number: string): SummaryDocument {
  const { id, version, title } = contents.definition;
  return {
    format: 'kitei-summary/1',
    title,
    ...(contents.sent.header.company !== '' && { company: contents.sent.header.company }),
    number,
    definition: { kind: 'form', id, version },
    look: 'paper',
    blocks: toSheets(contents),
  };
}

/** One sheet, or one for each row of the table that says so; without a row one that names nobody yet. */
function toSheets(contents: PaperContents): SummaryBlock[] {
  const { each } = contents.definition;
  if (each === undefined) return toSheet(contents);
  const [first, ...others] = rowsOf(contents.sent, each);
  return [
    ...toSheet(contents, first ?? { id: 'blank', cells: {} }),
    ...others.flatMap((row): SummaryBlock[] => [{ kind: 'page' }, ...toSheet(contents, row)]),
  ];
}

/** @param row the one whose sheet it is */
function toSheet(contents: PaperContents, row?: FormRow): SummaryBlock[] {
  const { definition, sent } = contents;
  const { body, listed, parts, seal, approval } = definition;
  return [
    ...headBlocks(contents),
    ...body.map((text): SummaryBlock => ({ kind: 'paragraph', text: fillBusiness(text, sent.header.business) })),
    ...(listed ? [{ kind: 'paragraph' as const, text: '記', tone: 'center' as const }] : []),
    ...parts.flatMap((part) => toPartBlocks(contents, part, row)),
    ...(listed ? [{ kind: 'paragraph' as const, text: '以上', tone: 'end' as const }] : []),
    ...(seal.length > 0 ? [{ kind: 'seal' as const, labels: seal }] : []),
    ...(approval ? [{ kind: 'seal' as const, labels: approval.labels, caption: approval.title }] : []),
  ];
}

function toPartBlocks(contents: PaperContents, part: FormPart, row: FormRow | undefined): SummaryBlock[] {
  const { definition, sent, isBlank } = contents;
  if (part.kind === 'text') return part.lines.map((line) => noteBlock(fillBusiness(line, sent.header.business)));
  if (part.kind === 'fields') {
    const rows = part.fields.map((field) => ({
      label: field.label,
      value: toValue(field, findField(sent, field.id), isBlank ? blankDateOf(field) : ''),
    }));
    return [{ kind: 'fields', caption: part.title, rows }];
  }
  const notes = part.notes.map((text): SummaryBlock => ({ kind: 'paragraph', text, tone: 'note' }));
  if (row && part.id === definition.each) return [toRowFields(part, row, isBlank), ...notes];
  return [toTable(part, rowsOf(sent, part.id), isBlank), ...notes, ...toChart(part, rowsOf(sent, part.id), isBlank)];
}

/** No chart where there is nothing to draw. */
function toChart({ chart }: FormTable, given: readonly FormRow[], isBlank: boolean): SummaryBlock[] {
  if (!chart) return [];
  const boxes = isBlank ? toBlankBoxes(chart) : toBoxes(chart, given);
  return boxes.length > 0 ? [{ kind: 'chart', caption: chart.title, boxes }] : [];
}

/** （注1）… and ※… are notes wherever they stand. */
function noteBlock(text: string): SummaryBlock {
  return /^(?:[（(]?注|※)/.test(text) ? { kind: 'paragraph', text, tone: 'note' } : { kind: 'paragraph', text };
}

/** The row whose sheet it is, a line for each column. */
function toRowFields({ title, columns }: FormTable, row: FormRow, isBlank: boolean): SummaryBlock {
  const rows = columns.map((column) => ({
    label: column.label,
    value: toValue(column, findCell(row, column.id), isBlank ? blankDateOf(column) : ''),
  }));
  return { kind: 'fields', caption: title, rows };
}

/** A table without rows has an empty one, so that it stands on paper as a table. */
function toTable(table: FormTable, given: readonly FormRow[], isBlank: boolean): SummaryBlock {
  const { title, columns, examples } = table;
  const empty = (): SummaryRow => ({ cells: columns.map(() => ''), weight: 'plain' });
  const filled = given.map(
    (row): SummaryRow => ({
      cells: columns.map((column) => toValue(column, findCell(row, column.id), '')),
      weight: 'plain',
    }),
  );
  const rows = isBlank
    ? [
        ...examples.map(toExample),
        ...filled,
        ...Array.from({ length: Math.max(1, toBlankRows(table) - given.length) }, empty),
      ]
    : [...filled, ...(filled.length === 0 ? [empty()] : [])];
  return { kind: 'table', caption: title, columns: columns.map(toColumn), rows };
}

/** A sheet on its side is three fifths as high. */
function toBlankRows({ columns, blankRows }: FormTable): number {
  return isWideTable(columns) ? Math.ceil(blankRows * 0.6) : blankRows;
}

function toColumn({ label, share }: FormColumn): SummaryColumn {
  return { label, share };
}

function toExample(cells: readonly string[]): SummaryRow {
  const [first = '', ...others] = cells;
  return { cells: [`（例）${first}`, ...others], weight: 'plain' };
}

/** An answer as a paper prints it. */
export function toValue({ kind, unit = '' }: FormField, text: string, ifEmpty = ''): string {
  if (text === '') return ifEmpty;
  if (kind === 'date') return formatEraDate(text);
  if (kind === 'moment') return formatEraMoment(text);
  if (kind === 'several') return chosenOf(text).join('、');
  return kind === 'number' ? `${text}${unit}` : text;
}

function blankDateOf({ kind, unit = '', ...field }: FormField): string {
  if (kind === 'date') return 'person' in field && field.person === 'birthday' ? blankAnyDate : blankEraDate;
  if (kind === 'moment') return blankEraMoment;
  return kind === 'number' && unit !== '' ? `　　　　${unit}` : '';
}
