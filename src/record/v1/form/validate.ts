import { isMoment } from '../../../core/text/moment.ts';
import { isNumber } from '../../../core/text/number.ts';
import type { Header } from '../header/header.ts';
import { dateMessage, type FieldProblem, problemAt, textMessage, validateHeader } from '../header/validate-fields.ts';
import { toSentForm } from './answer-set.ts';
import type { FormAnswers, FormRow } from './answers.ts';
import { namesBusiness } from './business.ts';
import { placeRows } from './chart.ts';
import type { FormDefinition, FormField, FormTable } from './definition.ts';
import { cellFieldId, formFieldId, tableFieldId } from './field-ids.ts';
import { findCell, findField, headNamesOf, rowsOf, tablesOf } from './given.ts';
import { countRows, countSheets, isFormBounded, longestFormTexts, mostRows, mostSheets } from './limits.ts';
import { cellName, fieldName } from './names.ts';
import { chosenOf } from './sent-text.ts';

/**
 * What has to be mended before a paper is handed over, in order of display.
 * @param today `YYYY-MM-DD` where the person is
 */
export function validateForm(definition: FormDefinition, given: FormAnswers, today: string): FieldProblem[] {
  const sent = toSentForm(definition, given);
  const names = headNamesOf(definition);
  return [
    ...validateHeader(sent.header, today, { names, required: requiredHead(definition) }),
    ...definition.parts.flatMap((part): FieldProblem[] => {
      if (part.kind === 'text') return [];
      if (part.kind === 'table') return validateTable(definition, part, given, today);
      return part.fields.flatMap((field) =>
        problemAt(
          formFieldId(field.id),
          answerMessage(field, findField(sent, field.id), fieldName(definition, field), today),
        ),
      );
    }),
  ];
}

/** A letter names whom it is for; a paper whose sentences name the business needs it. */
export function requiredHead(definition: FormDefinition): (keyof Header)[] {
  const { layout, head } = definition;
  return [
    'company',
    'checker',
    ...(head.recipient && layout === 'letter' ? (['recipient'] as const) : []),
    ...(head.business !== undefined && namesBusiness(definition) ? (['business'] as const) : []),
  ];
}

/** Rows are counted as the page shows them, those with nothing in them included. */
function validateTable(
  definition: FormDefinition,
  table: FormTable,
  given: FormAnswers,
  today: string,
): FieldProblem[] {
  const { id, columns, required } = table;
  const sent = toSentForm({ ...definition, parts: [table] }, given);
  const places = new Map(rowsOf(given, id).map((row, index) => [row.id, index]));
  const rows = rowsOf(sent, id);
  const isMissing = (required === true || definition.each === id) && rows.length === 0;
  return [
    ...problemAt(tableFieldId(id), isMissing ? missingRow(table) : tooManyMessage(definition, table, given)),
    ...rows.flatMap((row) =>
      columns.flatMap((column) =>
        problemAt(
          cellFieldId(id, row.id, column.id),
          answerMessage(column, findCell(row, column.id), cellName(table, places.get(row.id) ?? 0, column), today),
        ),
      ),
    ),
    ...validateChart(table, rows, places),
  ];
}

/** Who is named as standing above must be in the table. */
function validateChart(table: FormTable, rows: readonly FormRow[], places: Map<string, number>): FieldProblem[] {
  const { chart, columns } = table;
  const column = columns.find(({ id }) => id === chart?.under);
  if (!chart || !column) return [];
  const { unknown, circular } = placeRows(chart, rows);
  const namesOf = [chart.lines[0], chart.box].flatMap((id) => columns.find((one) => one.id === id)?.label ?? []);
  const at = (index: number, toMessage: (name: string) => string) => {
    const { id = '' } = rows[index] ?? {};
    return problemAt(cellFieldId(table.id, id, column.id), toMessage(cellName(table, places.get(id) ?? 0, column)));
  };
  return [
    ...unknown.flatMap((index) =>
      at(index, (name) => `${name}には、この表のほかの行にある${namesOf.join('か')}を書いてください。`),
    ),
    ...circular.flatMap((index) =>
      at(index, (name) => `${name}をたどると、同じ行に戻ります。上に立つ行を書き直すか、空けてください。`),
    ),
  ];
}

function missingRow({ title, row }: FormTable): string {
  return `${title === '' ? '' : `「${title}」に`}${row}を1つ以上書いてください。`;
}

/** Told at the table that has a sheet for each row, else at the longest one. */
function tooManyMessage(definition: FormDefinition, table: FormTable, given: FormAnswers): string | undefined {
  const sent = toSentForm(definition, given);
  if (isFormBounded(definition, sent)) return undefined;
  const longest = tablesOf(definition).toSorted((a, b) => rowsOf(sent, b.id).length - rowsOf(sent, a.id).length)[0];
  if (table.id !== (definition.each ?? longest?.id)) return undefined;
  const name = table.title || table.row;
  if (countSheets(definition, sent) > mostSheets)
    return `「${name}」は、一度に ${mostSheets} 枚までです。${mostSheets} 行以内に分けてください。`;
  if (countRows(definition, sent) > mostRows)
    return `「${name}」の行が多すぎます。全部の表を合わせて ${mostRows.toLocaleString('en')} 行以内に分けてください。`;
  return `「${name}」の行が多すぎます。何枚かに分けて作ってください。`;
}

/** What is wrong with one answer, or undefined. */
function answerMessage(asked: FormField, text: string, name: string, today: string): string | undefined {
  const { kind, required = false } = asked;
  if (text === '' && !required) return undefined;
  if (text === '' && kind === 'date') return dateMessage(text, name, today);
  if (text === '') return emptyMessage(asked, name);
  switch (kind) {
    case 'date':
      return dateMessage(text, name, today);
    case 'moment':
      return isMoment(text) ? undefined : `${name}には、実際にある日付と時刻を入力してください（例: ${today} 14:05）。`;
    case 'number':
      return isNumber(text) ? undefined : `${name}は、数字だけで入力してください（例: 12。単位や「約」は書きません）。`;
    case 'one':
    case 'several':
      return optionMessage(asked, text, name);
    default:
      return textMessage(text, { name, max: longestFormTexts[kind], required, lines: kind === 'text' });
  }
}

function emptyMessage({ kind, open }: FormField, name: string): string {
  const isChosen = (kind === 'one' || kind === 'several') && open !== true;
  return isChosen ? `${name}を選んでください。` : `${name}を入力してください。`;
}

function optionMessage({ kind, options = [], open }: FormField, text: string, name: string): string | undefined {
  const others = (kind === 'one' ? [text] : chosenOf(text)).filter((one) => !options.includes(one));
  const [first] = others;
  if (first === undefined) return undefined;
  const rule = { name, max: longestFormTexts.line, required: false, lines: false };
  const message = others.map((other) => textMessage(other, rule)).find((one) => one !== undefined);
  if (message !== undefined || open === true) return message;
  const shown = first.length > 40 ? `${first.slice(0, 40)}…` : first;
  return `${name}の「${shown}」は選べる答えにありません。次から選び直してください：${options.join('、')}。`;
}
