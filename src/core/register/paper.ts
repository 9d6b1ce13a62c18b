import type { FormAnswers, FormRow } from '../../record/v1/form/answers.ts';
import type { FormDefinition } from '../../record/v1/form/definition.ts';
import { emptyFormAnswers } from '../../record/v1/form/given.ts';
import { mostRows } from '../../record/v1/form/limits.ts';
import type { Header } from '../../record/v1/header/header.ts';
import { arrange, pick, type Shown } from './arrange.ts';
import type { Entry } from './entry.ts';
import type { Period } from './period.ts';
import type { RegisterRules } from './rules.ts';

/** By table id, what of a register goes on a paper, the oldest first. */
export type PaperRows = Record<string, Shown[]>;

/** The entries of a period; what is struck out is none. An entry without a day is in no period that has a bound. */
export function choosePaperRows(entries: readonly Entry[], rules: RegisterRules, period: Period): PaperRows {
  const tables = Object.entries(rules.tables).map(([table, own]): [string, Shown[]] => {
    const all = arrange(
      entries.filter((entry) => entry.table === table),
      own,
    );
    return [table, orderForPaper(pick(all, { ...period, words: '', openOnly: false }))];
  });
  return Object.fromEntries(tables);
}

/** As they stand on paper: none that is struck out, by their day. */
export function orderForPaper(shown: readonly Shown[]): Shown[] {
  // toSorted() keeps the order of those that say the same.
  return shown.filter(({ isStruck }) => !isStruck).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/**
 * Rows of a register as answers to its form; a row has the id of its entry.
 * @param caseId see {@link FormAnswers.case}; @param period which stands on the paper; none for the list as it is shown
 */
export function toPaperAnswers(
  form: FormDefinition,
  header: Header,
  rows: PaperRows,
  caseId: string,
  period?: Period,
): FormAnswers {
  const tables = Object.entries(rows).map(([table, shown]): [string, FormRow[]] => [
    table,
    shown.map(({ entry, state }) => ({ id: entry.id, cells: { ...state.cells } })),
  ]);
  return { ...emptyFormAnswers(form, caseId), header, tables: Object.fromEntries(tables), ...(period && { period }) };
}

/** Why a period does not fit on one paper: how many entries there are, and until which day they would fit. */
export interface TooMany {
  count: number;
  /** '' where not even one day fits. */
  fitsUntil: string;
  fits: number;
}

/** Whether there are more rows than a paper may have. */
export function findTooMany(rows: PaperRows): TooMany | undefined {
  const days = Object.values(rows).flatMap((shown) => shown.map(({ on }) => on.slice(0, 10)));
  if (days.length <= mostRows) return undefined;
  days.sort();
  // All of a day or none of it.
  const next = days[mostRows] ?? '';
  const fitting = days.slice(0, mostRows).filter((day) => day < next);
  return { count: days.length, fitsUntil: fitting.at(-1) ?? '', fits: fitting.length };
}
