import * as z from 'zod/mini';
import { explainIssues } from './explain-issue.ts';
import type { Faults, Place } from './faults.ts';
import { isRegister, schemaAt, valueAt } from './schema-words.ts';
import type { Shape } from './shapes.ts';

/** The path of a file as a whole. */
export const wholeFile = 'ファイル全体';

z.config({ ...z.locales.en(), jitless: true });

/**
 * Checks a value against a schema and adds everything that it objects to.
 * @param place the path of the value, which those inside it go on from
 * @returns what is left without the broken entries of registers and without unknown keys; undefined where that is no
 * whole either
 */
export function parseContent<S extends z.ZodMiniType>(
  { schema, file: explanation }: Shape<S>,
  value: unknown,
  place: Place,
  faults: Faults,
): z.infer<S> | undefined {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  for (const { path, problem, hint, wantsText } of explainIssues(result.error.issues, schema, value)) {
    const at = formatPath(path, place.path);
    const quoted = wantsText ? faults.quoted(place.file, at) : undefined;
    const mend = quoted === undefined ? hint : describeQuoted(quoted);
    faults.add(problem, { ...place, path: at }, `${mend}書き方は ${explanation} の注にあります。`);
  }
  const rest = structuredClone(value);
  const lost = result.error.issues.flatMap((issue) => removeBroken(rest, issue, schema));
  const recovered = z.safeParse(schema, rest);
  if (recovered.success) for (const id of lost) faults.lose(place.file, id);
  else faults.lose(place.file);
  return recovered.success ? recovered.data : undefined;
}

/** What YAML has taken for something else than the text it was meant to be. */
function describeQuoted(quoted: string): string {
  const what = /"#[\da-f]{6}"$/i.test(quoted) ? '色は' : /: "#/.test(quoted) ? '# から後は注とみなされるので、' : '';
  return `${what}引用符で囲んでください（${quoted}）。`;
}

/** Takes out unknown keys, or the nearest entry of a register around a fault. @returns its id, undefined for a group of them */
function removeBroken(value: unknown, issue: z.core.$ZodIssue, schema: unknown): (string | undefined)[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) remove(value, path, key);
    return [];
  }
  for (let end = path.length - 1; end >= 0; end--) {
    const id = path[end];
    if (id === undefined || !isRegister(schemaAt(schema, path.slice(0, end), value))) continue;
    // Of a whole document's entries nobody knows the ids.
    const isGroup = isRegister(schemaAt(schema, path.slice(0, end + 1), value));
    remove(value, path.slice(0, end), id);
    return [isGroup ? undefined : String(id)];
  }
  return [];
}

function remove(value: unknown, path: readonly PropertyKey[], key: PropertyKey): void {
  const parent = valueAt(value, path);
  if (typeof parent === 'object' && parent !== null) Reflect.deleteProperty(parent, key);
}

function formatPath(path: readonly PropertyKey[], at: string): string {
  const inner = path.reduce<string>(
    (text, key) => text + (typeof key === 'number' ? `[${key}]` : `.${String(key)}`),
    at,
  );
  return inner.replace(/^\./, '') || wholeFile;
}
