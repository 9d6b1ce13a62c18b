import { parseDocument } from 'yaml';
import * as z from 'zod/mini';
import { ContentError } from '../core/content-error.ts';

z.config({ ...z.locales.en(), jitless: true });

/**
 * Checks a value against a schema; the first fault is thrown with the file, the path inside it and what would be right.
 * @param file path from the project root
 */
export function parseContent<T extends z.ZodMiniType>(schema: T, value: unknown, file: string, at = ''): z.infer<T> {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  const { issues } = result.error;
  // A misspelt key shows up twice, as unknown and as missing; the first says more.
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  if (!issue) throw result.error;
  const path = formatPath(issue.path, at);
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, issue.path);
    const key = issue.keys[0] ?? '';
    throw new ContentError(`unknown key "${key}".`, { file, path, hint: hintFor(key, known) });
  }
  const hint = issue.code === 'invalid_value' ? `Use one of: ${issue.values.join(', ')}.` : hintOf(issue.code);
  throw new ContentError(issue.message, { file, path, hint });
}

/** Parses YAML; a syntax fault (or a key written twice) is thrown with its line. */
export function parseYaml(source: string, file: string): unknown {
  const document = parseDocument(source, { uniqueKeys: true });
  const [fault] = document.errors;
  if (fault) {
    const line = fault.linePos?.[0].line ?? 0;
    throw new ContentError(`not valid YAML: ${fault.message.split('\n')[0]}`, {
      file,
      path: `line ${line}`,
      hint: 'Check the indentation and quote texts that contain ": " or begin with a sign.',
    });
  }
  return document.toJS();
}

/** An error for an id that names nothing, with the ids that would be right. */
export function unknownId(kind: string, id: string, known: Iterable<string>, file: string, path: string): ContentError {
  return new ContentError(`unknown ${kind} "${id}".`, { file, path, hint: hintFor(id, [...known]) });
}

function formatPath(path: readonly PropertyKey[], at: string): string {
  const inner = path.reduce<string>(
    (text, key) => text + (typeof key === 'number' ? `[${key}]` : `.${String(key)}`),
    at,
  );
  return inner.replace(/^\./, '') || 'top level';
}

function hintOf(code: string): string {
  if (code === 'invalid_type') return 'Give the key a value of the kind the schema names, or remove the key.';
  return 'See the comment over the field in the schema (src/core).';
}

/** Nearest known names first, so that a misspelling is answered with the right spelling. */
function hintFor(name: string, known: string[]): string {
  const nearest = known
    .map((k) => [distance(name, k), k] as const)
    .sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1));
  const [best] = nearest;
  const guess = best && best[0] <= Math.max(2, name.length / 3) ? `Did you mean "${best[1]}"? ` : '';
  const list = nearest.slice(0, 12).map(([, k]) => k);
  return `${guess}Known: ${list.join(', ')}${known.length > list.length ? ', …' : ''}.`;
}

/** Levenshtein distance; names are short, so the plain table will do. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Keys the schema allows at a path; empty where the schema has no fixed keys there. */
function knownKeys(schema: z.ZodMiniType, path: readonly PropertyKey[]): string[] {
  let at: unknown = schema;
  for (const key of path) at = step(unwrap(at), key);
  const shape = definition(unwrap(at))?.shape;
  return shape ? Object.keys(shape) : [];
}

interface Definition {
  innerType?: unknown;
  element?: unknown;
  valueType?: unknown;
  shape?: Record<string, unknown>;
}

function definition(schema: unknown): Definition | undefined {
  return schema instanceof z.ZodMiniType ? (schema._zod.def as Definition) : undefined;
}

function unwrap(schema: unknown): unknown {
  const inner = definition(schema)?.innerType;
  return inner === undefined ? schema : unwrap(inner);
}

function step(schema: unknown, key: PropertyKey): unknown {
  const def = definition(schema);
  return def?.shape?.[String(key)] ?? def?.element ?? def?.valueType;
}
