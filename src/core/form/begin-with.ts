import type { FormAnswers, FormRow } from '../../record/v1/form/answers.ts';
import type { FormDefinition } from '../../record/v1/form/definition.ts';
import { headKeysOf } from '../../record/v1/form/given.ts';
import { readFormAnswers } from '../../record/v1/form/read-answers.ts';
import { emptyHeader, type Header } from '../../record/v1/header/header.ts';
import { longestFill } from './fill-address.ts';

/**
 * What an address fills in: `{ fields, tables, header }`, each of which may be left out, read as answers from outside and
 * begun as a new paper. Undefined for anything else, and for a text beyond the bound.
 * @param encoded percent-encoded JSON; @param begun the new paper before anything is filled in
 */
export function beginWithAddress(
  definition: FormDefinition,
  begun: FormAnswers,
  encoded: string,
): FormAnswers | undefined {
  if (encoded.length > longestFill) return undefined;
  const value = parse(encoded);
  const isKnown = (key: string) => key === 'fields' || key === 'tables' || key === 'header';
  if (value === undefined || !Object.keys(value).every(isKnown)) return undefined;
  const { fields = {}, tables = {}, header = {} } = value;
  const whole = { ...begun, fields, tables, header: Object.assign(emptyHeader(), header) };
  const reading = readFormAnswers(whole, definition);
  if (!reading.ok) return undefined;
  const { answers } = reading;
  return {
    ...answers,
    header: filledHeader(definition, begun.header, answers.header),
    tables: { ...begun.tables, ...answers.tables },
  };
}

/**
 * What was typed into a paper while that which fills it in was on its way: it stays, above all that is filled in.
 * @param filled the paper as filled in, made of `begun`; @param now as it stands on the page
 * @param heldRow id of the row that somebody is in, which stays though nothing is typed in it yet
 */
export function keepTyped(filled: FormAnswers, begun: FormAnswers, now: FormAnswers, heldRow = ''): FormAnswers {
  const isNew = (row: FormRow) =>
    row.id === heldRow || (!isEmpty(row) && !tables(begun).some(([, rows]) => rows.includes(row)));
  const withRows = tables(now).map(([id, rows]): [string, FormRow[]] => {
    const given = filled.tables[id];
    return [id, given === undefined || given === begun.tables[id] ? rows : [...given, ...rows.filter(isNew)]];
  });
  return {
    ...filled,
    case: now.case,
    header: { ...filled.header, ...changed({ ...begun.header }, { ...now.header }) },
    fields: { ...filled.fields, ...changed(begun.fields, now.fields) },
    tables: { ...filled.tables, ...Object.fromEntries(withRows) },
  };
}

function tables(answers: FormAnswers): [string, FormRow[]][] {
  return Object.entries(answers.tables);
}

function isEmpty({ cells }: FormRow): boolean {
  return Object.values(cells).every((text) => text === '');
}

/** The texts of `now` that are others than before. */
function changed(before: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>) {
  const known = new Map(Object.entries(before));
  return Object.fromEntries(Object.entries(now).filter(([key, text]) => known.get(key) !== text));
}

/** What the form does not ask is not taken, and where nothing is given the addressee stays. */
function filledHeader(definition: FormDefinition, begun: Header, given: Header): Header {
  const header = { ...begun };
  for (const key of headKeysOf(definition)) if (given[key] !== '') header[key] = given[key];
  return header;
}

function parse(encoded: string): Readonly<Record<string, unknown>> | undefined {
  try {
    // Behind the text may stand what a sentence or a chat has left there.
    const value: unknown = JSON.parse(decodeURIComponent(encoded).replace(/[^}]*$/, ''));
    const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
    // Own keys only, `__proto__` among them, which is then no key that is known.
    return isRecord ? Object.assign(Object.create(null), value) : undefined;
  } catch {
    // No percent-encoding, or no JSON.
    return undefined;
  }
}
