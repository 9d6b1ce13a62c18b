import type { FormAnswers, FormRow } from '../../record/v1/form/answers.ts';
import type { FormDefinition, FormField, FormTable } from '../../record/v1/form/definition.ts';
import { fieldsOf, findCell, findField, rowsOf, tablesOf } from '../../record/v1/form/given.ts';
import { isDate, toDateText } from '../text/date.ts';

/** Ids, shared by all forms, of what came of a plan: next year's has none of it yet. */
const results = new Set([
  ...['result', 'done', 'finished', 'attended', 'attended-on'],
  ...['state', 'category', 'problem', 'cause', 'remedy'],
]);
/** Of the remedy of one row: its deadline and who sees to it go with it. */
const ofRemedy = new Set(['due', 'person']);
/** Ids of texts that name a year or a span of time, e.g. 令和8年度. */
const spans = new Set(['fiscal-year', 'period', 'time']);

/**
 * Next year's paper out of this year's: the same rows, days and years one later, without what came of them. It is dated anew.
 * @param begun the new paper before anything stands in it
 */
export function beginNextYear(definition: FormDefinition, begun: FormAnswers, given: FormAnswers): FormAnswers {
  const fields = fieldsOf(definition).flatMap((field) => toNext(field, findField(given, field.id), results));
  const tables = tablesOf(definition).flatMap((table): [string, FormRow[]][] => {
    const rows = nextRows(table, rowsOf(given, table.id));
    return rows.length > 0 ? [[table.id, rows]] : [];
  });
  return {
    ...begun,
    header: { ...given.header, checkedOn: '' },
    fields: { ...begun.fields, ...Object.fromEntries(fields) },
    tables: { ...begun.tables, ...Object.fromEntries(tables) },
  };
}

function nextRows({ columns }: FormTable, rows: readonly FormRow[]): FormRow[] {
  const [first] = columns;
  // Rows that are results through and through, e.g. the remedies of an inspection.
  if (first && results.has(first.id)) return [];
  const hasRemedy = columns.some(({ id }) => id === 'remedy');
  const left = hasRemedy ? new Set([...results, ...ofRemedy]) : results;
  return rows.flatMap((row): FormRow[] => {
    const cells = columns.flatMap((column) => toNext(column, findCell(row, column.id), left));
    return cells.length > 0 ? [{ id: row.id, cells: Object.fromEntries(cells) }] : [];
  });
}

function toNext({ id, kind }: FormField, text: string, left: ReadonlySet<string>): [id: string, text: string][] {
  if (text.trim() === '' || left.has(id)) return [];
  if (kind === 'date' || kind === 'moment') return [[id, laterDay(text)]];
  return [[id, spans.has(id) ? laterYears(text) : text]];
}

/** A year on; 29 February becomes 28. What is no day stays as it was typed. */
function laterDay(text: string): string {
  const [, day = '', time = ''] = /^(\S+)(.*)$/.exec(text.trim()) ?? [];
  const date = toDateText(day);
  if (!isDate(date)) return text;
  const next = `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;
  return (isDate(next) ? next : next.replace(/-29$/, '-28')) + time;
}

/** 令和8年度 → 令和9年度, 2026年4月 → 2027年4月; other figures stay. */
function laterYears(text: string): string {
  const later = (digits: string) => String((digits === '元' ? 1 : Number(digits.normalize('NFKC'))) + 1);
  return text
    .replace(/(令和\s*)([\d０-９]{1,2}|元)(?=\s*年)/g, (_, era: string, digits: string) => era + later(digits))
    .replace(/(?<![\d０-９])[\d０-９]{4}(?=\s*年|[-/.][\d０-９])/g, later);
}
