import type { FormAnswers, FormRow } from '../../record/v1/form/answers.ts';
import type { FormDefinition } from '../../record/v1/form/definition.ts';
import { emptyFormAnswers, fieldsOf, headKeysOf, tablesOf } from '../../record/v1/form/given.ts';
import { readFormAnswers } from '../../record/v1/form/read-answers.ts';
import { toSentText } from '../../record/v1/form/sent-text.ts';
import type { AnswersReading } from '../../record/v1/read-values.ts';
import { toDateText } from '../text/date.ts';
import { findColumns, firstSheetName, nameSheets, sheetKeys } from './sheets.ts';

/** A sheet as a reader of Excel files gives it: cells by row and column, both from 1. */
export interface ReadSheet {
  name: string;
  rows: ReadonlyMap<number, ReadonlyMap<number, { text: string }>>;
}

/** The paper in a workbook that toSheets() described, whatever was changed in it since; see there. */
export function readSheets(sheets: readonly ReadSheet[], definition: FormDefinition): AnswersReading<FormAnswers> {
  const first = sheets.find(({ name }) => name === firstSheetName);
  const lines = new Map(first ? toLines(first).map(([, value = '', id = '']) => [id.trim(), value]) : []);
  const form = [...lines.keys()].find((id) => id.startsWith(`${sheetKeys.form}=`))?.slice(sheetKeys.form.length + 1);
  if (form === undefined) return { ok: false, problem: { kind: 'not-ours' } };
  if (form !== definition.id) return { ok: false, problem: { kind: 'other-list' } };
  const answers = emptyFormAnswers(definition, lines.get(sheetKeys.case)?.trim() ?? '');
  const [from, until] =
    lines
      .get(sheetKeys.period)
      ?.split('～')
      .map((day) => toDateText(day.trim())) ?? [];
  if (from !== undefined && until !== undefined) answers.period = { from, until };
  for (const key of headKeysOf(definition)) {
    const kind = key === 'checkedOn' ? 'date' : 'line';
    answers.header[key] = toSentText({ kind }, lines.get(`head:${key}`) ?? '');
  }
  for (const field of fieldsOf(definition)) {
    const text = toSentText(field, lines.get(`field:${field.id}`) ?? '');
    if (text !== '') answers.fields[field.id] = text;
  }
  const names = nameSheets(definition);
  for (const { id, columns } of tablesOf(definition)) {
    const sheet = sheets.find(({ name }) => name === names.get(id));
    if (!sheet) continue;
    const [labels = [], ...rows] = toLines(sheet);
    const found = findColumns(columns, labels);
    answers.tables[id] = rows.flatMap((texts, index): FormRow[] => {
      const cells = found.flatMap((column, at): [string, string][] => {
        const text = column ? toSentText(column, texts[at] ?? '') : '';
        return column && text !== '' ? [[column.id, text]] : [];
      });
      // A sheet has no ids of rows: they are those of a new paper.
      return cells.length > 0 ? [{ id: `row-${index + 1}`, cells: Object.fromEntries(cells) }] : [];
    });
  }
  // As from any file: bounds, the version, the form of the case.
  return readFormAnswers({ ...answers, version: Number(lines.get(sheetKeys.version)) }, definition);
}

/** The lines of a sheet up to the last that has letters, each up to its last cell. */
function toLines({ rows }: ReadSheet): string[][] {
  const last = Math.max(0, ...rows.keys());
  return Array.from({ length: last }, (_, row) => {
    const cells = rows.get(row + 1) ?? new Map<number, { text: string }>();
    return Array.from({ length: Math.max(0, ...cells.keys()) }, (_, column) => cells.get(column + 1)?.text ?? '');
  });
}
