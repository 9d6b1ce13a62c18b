import type * as z from 'zod/mini';
import { describeFound, keysOf, optionsOf, schemaAt, typeOf, valueAt, wantedBy } from './schema-words.ts';
import { isMisspelling, suggest } from './suggest.ts';

type Issue = z.core.$ZodIssue;

/** What a schema objects to, in words for the author. */
export interface Objection {
  path: PropertyKey[];
  problem: string;
  /** One sentence or more, or none. */
  hint: string;
  /** Whether a text is wanted where YAML has read something else. */
  wantsText?: boolean;
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
  const wanted = wantedBy(here);
  const isText = typeOf(here) === 'string';
  const say = (problem: string, hint: string): Objection[] => [{ path, problem, hint }];
  if (found === undefined && typeof key === 'string') {
    const what = 'options' in issue ? `${issue.options?.join('、')} のどれか` : wanted;
    return [
      {
        path: path.slice(0, -1),
        problem: `キー「${key}」がありません。`,
        hint: `「${key}:」の行を書き足してください（値は${what}）。`,
      },
    ];
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((unknown) => ({
        path: [...path, unknown],
        problem: `「${unknown}」というキーは書けません。`,
        hint: suggest(unknown, keysOf(here, found)),
      }));
    case 'invalid_type':
      return [
        {
          path,
          problem: found === null ? '値がありません。' : `値が${what}になっています。`,
          hint: `${wanted}を書いてください。`,
          wantsText: isText,
        },
      ];
    case 'invalid_value':
      return say(`${what}とは書けません。`, suggest(String(found), issue.values.map(String)));
    case 'invalid_union':
      if ('options' in issue && issue.options) {
        return say(`${what}とは書けません。`, suggest(String(found), issue.options.map(String)));
      }
      return explainUnion(issue, here, found).map((one) => ({ ...one, path: [...path, ...one.path] }));
    case 'invalid_key':
      return say(`id「${String(key)}」は使えません。`, issue.issues[0]?.message ?? '別の id にしてください。');
    case 'invalid_format':
      return say(`${what}とは書けません。`, ownWords(issue.message));
    case 'too_small':
      if (Array.isArray(found))
        return say(`${found.length} 個しかありません。`, `${issue.minimum} 個以上書いてください。`);
      return typeof found === 'string'
        ? say('文が空です。', '文を書いてください。')
        : say(`${what}は小さすぎます。`, `${issue.minimum} 以上にしてください。`);
    case 'too_big':
      if (Array.isArray(found)) return say(`${found.length} 個あります。`, `${issue.maximum} 個までにしてください。`);
      return typeof found === 'string'
        ? say(`${what}は長すぎます。`, `${issue.maximum} 文字までにしてください。`)
        : say(`${what}は大きすぎます。`, `${issue.maximum} 以下にしてください。`);
    default:
      // The schema's own sentence.
      return typeof found === 'object'
        ? say(issue.message, '')
        : say(`${what}とは書けません。`, ownWords(issue.message));
  }
}

/** The schema's own sentence; zod's are not for those who write content. */
function ownWords(message: string): string {
  return /[ぁ-ん]/.test(message) ? message : '';
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
  const own = ownWords(issue.message);
  const hint = `${wantedBy(union)}を書いてください。${own}`;
  const wantsText = optionsOf(union).some((option) => typeOf(option) === 'string');
  const problem = found === null ? '値がありません。' : `値が${describeFound(found)}になっています。`;
  return [{ path: [], problem, hint, wantsText }];
}
