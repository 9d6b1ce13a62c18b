import type { FormAnswers } from '../../record/v1/form/answers.ts';
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

/** What the form does not ask is not taken, and where nothing is given the addressee stays. */
function filledHeader(definition: FormDefinition, begun: Header, given: Header): Header {
  const header = { ...begun };
  for (const key of headKeysOf(definition)) if (given[key] !== '') header[key] = given[key];
  return header;
}

function parse(encoded: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(decodeURIComponent(encoded));
    const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
    // Own keys only, `__proto__` among them, which is then no key that is known.
    return isRecord ? Object.assign(Object.create(null), value) : undefined;
  } catch {
    // No percent-encoding, or no JSON.
    return undefined;
  }
}
