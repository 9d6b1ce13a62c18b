import type { FormAnswers } from '../../record/v1/form/answers.ts';
import type { FieldKind, FormColumn, FormDefinition } from '../../record/v1/form/definition.ts';
import {
  fieldsOf,
  findCell,
  findField,
  headKeysOf,
  headNamesOf,
  rowsOf,
  tablesOf,
} from '../../record/v1/form/given.ts';
import { periodLabel } from '../../record/v1/form/period.ts';
import { isDate } from '../text/date.ts';
import { toSerial } from '../text/excel-day.ts';
import { isMoment } from '../text/moment.ts';
import { isNumber } from '../text/number.ts';

/** A cell as it is written: text, whatever it begins with, a number, a day, or a day with its time. */
export type SheetValue =
  | { kind: 'text'; text: string }
  | { kind: 'number'; number: number }
  /** Days since 1899-12-30, as Excel counts; of a moment with the part of the day that has gone by. */
  | { kind: 'day' | 'moment'; serial: number };

/** One sheet of the workbook of a paper: its first row is the head, which stays in sight. */
export interface PaperSheet {
  name: string;
  /** Width in letters. */
  widths: number[];
  rows: SheetValue[][];
  /** Whether each column can be filtered by what stands in it. */
  filter?: true;
}

/** What the first sheet has in its third column beside what is not asked: how a workbook knows its form and its case. */
export const sheetKeys = { form: 'form', version: 'version', case: 'case', period: 'period' } as const;
export const firstSheetName = '記入';
/** Excel takes no longer names. */
const longestSheetName = 31;

/**
 * A paper as a workbook: the first sheet has a line for each field, with its id at the right, by which it is read again;
 * each table has a sheet of its own, whose columns are found by their labels.
 * @param answers as sent
 */
export function toSheets(definition: FormDefinition, answers: FormAnswers): PaperSheet[] {
  const names = headNamesOf(definition);
  const line = (label: string, value: SheetValue, id: string) => [text(label), value, text(id)];
  const rows = [
    [text('項目'), text('記入'), text('目印（消さないでください）')],
    line('様式', text(definition.title), `${sheetKeys.form}=${definition.id}`),
    line('様式の版', { kind: 'number', number: definition.version }, sheetKeys.version),
    line('整理番号', text(answers.case), sheetKeys.case),
    ...(answers.period ? [line(periodLabel, text(Object.values(answers.period).join(' ～ ')), sheetKeys.period)] : []),
    ...headKeysOf(definition).map((key) =>
      line(names[key] ?? '', toSheetValue(key === 'checkedOn' ? 'date' : 'line', answers.header[key]), `head:${key}`),
    ),
    ...fieldsOf(definition).map((field) =>
      line(field.label, toSheetValue(field.kind, findField(answers, field.id)), `field:${field.id}`),
    ),
  ];
  const tables = tablesOf(definition);
  const sheetNames = nameSheets(definition);
  return [
    { name: firstSheetName, widths: [30, 50, 30], rows },
    ...tables.map(({ id, columns }) => ({
      name: sheetNames.get(id) ?? id,
      widths: columns.map(toWidth),
      rows: [
        columns.map(({ label }) => text(label)),
        ...rowsOf(answers, id).map((row) =>
          columns.map((column) => toSheetValue(column.kind, findCell(row, column.id))),
        ),
      ],
    })),
  ];
}

/** How wide a column of a sheet is, in letters. */
export function toWidth({ share, label }: Pick<FormColumn, 'share' | 'label'>): number {
  return Math.max(12, Math.min(50, Math.round(share * 110), 2 * label.length + 30));
}

/** The sheet of each table, by its id: its title without what Excel takes in no name, each once. */
export function nameSheets(definition: Pick<FormDefinition, 'parts'>): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set([firstSheetName]);
  for (const { id, title, row } of tablesOf(definition)) {
    const plain = (title || row).replace(/[\\/?*[\]:']/g, ' ').trim();
    let name = plain.slice(0, longestSheetName);
    for (let count = 2; taken.has(name); count += 1) name = `${plain.slice(0, longestSheetName - 4)} ${count}`;
    taken.add(name);
    names.set(id, name);
  }
  return names;
}

/** The columns of a table by what stands over them; where two have one label, the first that is free. */
export function findColumns(columns: readonly FormColumn[], labels: readonly string[]): (FormColumn | undefined)[] {
  const free = [...columns];
  return labels.map((label) => {
    const at = free.findIndex((column) => column.label === label.trim());
    return at < 0 ? undefined : free.splice(at, 1)[0];
  });
}

function text(value: string): SheetValue {
  return { kind: 'text', text: value };
}

/** An answer as a cell; what is no date or no number stays the text it is. */
export function toSheetValue(kind: FieldKind, value: string): SheetValue {
  // Excel takes 1900 for a leap year: its days before March are others.
  if (kind === 'date' && isDate(value) && value >= '1900-03') return { kind: 'day', serial: toSerial(value) };
  if (kind === 'moment' && isMoment(value) && value >= '1900-03') return { kind: 'moment', serial: toSerial(value) };
  // More digits than a number of Excel keeps would come back as others.
  if (kind === 'number' && isNumber(value) && value === String(Number(value)))
    return { kind: 'number', number: Number(value) };
  return text(value);
}
