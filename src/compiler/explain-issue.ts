import type * as z from 'zod/mini';
import { describeFound, keysOf, optionsOf, schemaAt, valueAt, wantedBy } from './schema-words.ts';
import { isMisspelling, suggest } from './suggest.ts';

type Issue = z.core.$ZodIssue;

/** What a schema objects to, in words for the author. */
export interface Objection {
  path: PropertyKey[];
  problem: string;
  hint: string;
}

/** Everything that a schema objects to in a value, each thing once. */
export function explainIssues(issues: readonly Issue[], schema: unknown, value: unknown): Objection[] {
  return issues.filter((issue) => !isToldAlready(issue, issues)).flatMap((issue) => explain(issue, schema, value));
}

/**
 * A misspelt key shows up twice, as unknown and as missing; the first says more. So does a value of another kind, whose
 * size is objected to as well.
 */
function isToldAlready(issue: Issue, issues: readonly Issue[]): boolean {
  const { code, path } = issue;
  if (code === 'unrecognized_keys') return false;
  const key = String(path.at(-1));
  const parent = String(path.slice(0, -1));
  return issues.some((other) => {
    if (other.code === 'unrecognized_keys') {
      return String(other.path) === parent && other.keys.some((unknown) => isMisspelling(unknown, key));
    }
    return other !== issue && other.code === 'invalid_type' && String(other.path) === String(path);
  });
}

function explain(issue: Issue, schema: unknown, value: unknown): Objection[] {
  const { path } = issue;
  const here = schemaAt(schema, path, value);
  const found = valueAt(value, path);
  const what = describeFound(found);
  const key = path.at(-1);
  const isNumber = wantedBy(here) === 'a text' && typeof found === 'number';
  const say = (problem: string, hint: string): Objection[] => [{ path, problem, hint }];
  if (found === undefined && typeof key === 'string') {
    const wanted = 'options' in issue ? `one of ${issue.options?.join(', ')}` : wantedBy(here);
    return [{ path: path.slice(0, -1), problem: `missing key "${key}".`, hint: `Add it: ${wanted}.` }];
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((unknown) => ({
        path: [...path, unknown],
        problem: `unknown key "${unknown}".`,
        hint: suggest(unknown, keysOf(here, found)),
      }));
    case 'invalid_type':
      return say(`${what} stands where ${wantedBy(here)} is wanted.`, isNumber ? `Write '${found}' in quotes.` : '');
    case 'invalid_value':
      return say(`${what} is none of the values.`, suggest(String(found), issue.values.map(String)));
    case 'invalid_union':
      if ('options' in issue && issue.options) {
        return say(`${what} is none of the values.`, suggest(String(found), issue.options.map(String)));
      }
      return explainUnion(issue, here, found).map((one) => ({ ...one, path: [...path, ...one.path] }));
    case 'invalid_key':
      return say(`the id "${String(key)}" is not accepted.`, issue.issues[0]?.message ?? 'Write another.');
    case 'invalid_format':
      return say(`${what} is not accepted.`, issue.message);
    case 'too_small':
      if (Array.isArray(found)) return say(`the list has ${found.length}, and needs ${issue.minimum}.`, '');
      return say(typeof found === 'string' ? 'the text is empty.' : `${what} is less than ${issue.minimum}.`, '');
    case 'too_big':
      if (Array.isArray(found)) return say(`the list has ${found.length}, and may have ${issue.maximum}.`, '');
      return say(`${what} is ${typeof found === 'string' ? 'longer' : 'more'} than ${issue.maximum}.`, '');
    default:
      // The schema's own sentence.
      return typeof found === 'object' ? say(issue.message, '') : say(`${what} is not accepted.`, issue.message);
  }
}

/** The branch that the author was on, where it is plain; else what each branch wants. */
function explainUnion(issue: Issue & { code: 'invalid_union' }, union: unknown, found: unknown): Objection[] {
  const isOther = ({ code, path }: Issue) =>
    path.length === 0 && ['invalid_type', 'invalid_value', 'invalid_format'].includes(code);
  const isStranger = ({ code, path }: Issue) => path.length === 0 && code === 'unrecognized_keys';
  const branches = issue.errors.map((issues, index) => ({ issues, schema: optionsOf(union)[index] }));
  const alike = branches.filter(({ issues }) => !issues.some(isOther));
  const taken = alike.length > 1 ? alike.filter(({ issues }) => !issues.some(isStranger)) : alike;
  const [only] = taken;
  if (only && taken.length === 1) return explainIssues(only.issues, only.schema, found);
  const own = issue.message === 'Invalid input' ? '' : ` ${issue.message}`;
  const hint = `Write ${optionsOf(union)
    .map((option) => wantedBy(option))
    .join(', or ')}.${own}`;
  return [{ path: [], problem: `${describeFound(found)} is not accepted here.`, hint }];
}
