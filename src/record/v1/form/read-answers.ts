import { madeIdForm } from '../../../core/text/id.ts';
import { type AnswersReading, damage, get, readAnswersOf, readEntries, readText, refuseExtra } from '../read-values.ts';
import type { FormAnswers, FormRow } from './answers.ts';
import type { FormDefinition } from './definition.ts';
import { mostRows } from './limits.ts';
import { isPeriod } from './period.ts';

/**
 * Reads what a draft or a file of answers holds. What an earlier version of the form asked is kept, and never sent: see
 * toSentForm().
 */
export function readFormAnswers(
  value: unknown,
  definition: Pick<FormDefinition, 'id' | 'version'>,
): AnswersReading<FormAnswers> {
  const wanted = { kind: 'form', idKey: 'form', definition, keys: ['case', 'fields', 'tables', 'period'] };
  return readAnswersOf(value, wanted, (head): FormAnswers => {
    const tables = readEntries(value, 'tables', readRows);
    const rows = Object.values(tables).flat().length;
    if (rows > mostRows) damage('tables');
    return {
      ...head,
      kind: 'form',
      form: definition.id,
      case: readText(get(value, 'case'), 'case', madeIdForm),
      fields: readEntries(value, 'fields', readText),
      tables,
      ...readPeriod(get(value, 'period')),
    };
  });
}

function readPeriod(value: unknown): Pick<FormAnswers, 'period'> {
  if (value === undefined) return {};
  refuseExtra(value, ['from', 'until'], 'period');
  const period = {
    from: readText(get(value, 'from'), 'period.from'),
    until: readText(get(value, 'until'), 'period.until'),
  };
  return isPeriod(period) ? { period } : damage('period');
}

function readRows(value: unknown, at: string): FormRow[] {
  if (!Array.isArray(value) || value.length > mostRows) damage(at);
  const rows = value.map((row, index) => readRow(row, `${at}.${index}`));
  if (new Set(rows.map(({ id }) => id)).size < rows.length) damage(at);
  return rows;
}

function readRow(value: unknown, at: string): FormRow {
  refuseExtra(value, ['id', 'cells'], at);
  return {
    id: readText(get(value, 'id'), `${at}.id`, madeIdForm),
    cells: readEntries(value, 'cells', readText, `${at}.cells`),
  };
}
