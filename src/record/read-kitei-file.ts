import * as z from 'zod/mini';
import { toCanonicalJson } from '../core/text/canonical-json.ts';
import { findForbidden } from '../core/text/characters.ts';
import { longestJson } from '../core/text/limits.ts';
import { toContents } from './contents.ts';
import type { KiteiFile } from './kitei-file.ts';
import { findWordFault } from './v1/company/words.ts';
import { WordsSchema } from './v1/schema-parts.ts';
import { SummaryDocumentSchema } from './v1/summary/summary-schema.ts';
import { type AnyTool, type RecordVersion, recordVersions } from './versions.ts';

// Compiled schemas need eval, which the Content-Security-Policy forbids.
z.config({ jitless: true });

/** Why the bytes are no kitei.json that this site can show. */
export type KiteiFileProblem =
  | 'too-large'
  | 'not-json'
  /** Written by a later version of the format. */
  | 'newer-format'
  /** JSON, but not of the shape of {@link KiteiFile}. */
  | 'invalid'
  /** A control character, or half a surrogate pair, in a text. */
  | 'forbidden-character'
  /** Definition, answers and summary speak of different tools. */
  | 'inconsistent'
  /** Not written as toCanonicalJson() writes it: a key twice, white space, another order or spelling. */
  | 'not-canonical';

/** `detail` is English, for developers: what was found, at which path. */
export type KiteiFileReading = { ok: true; file: KiteiFile } | { ok: false; problem: KiteiFileProblem; detail: string };

/**
 * Reads kitei.json strictly: an unknown key is a fault, for it would be signed and shown by nobody. So is any other
 * spelling than the canonical one: of two keys of one name, each reader believes another.
 * @param bytes canonical JSON (RFC 8785) in UTF-8 without a byte order mark
 * @param versions what this site can read
 */
export function readKiteiFile(
  bytes: Uint8Array,
  versions: readonly RecordVersion[] = recordVersions,
): KiteiFileReading {
  if (bytes.length > longestJson) return fail('too-large', `${bytes.length} bytes.`);
  const json = parseJson(bytes);
  if (!json) return fail('not-json', 'Not JSON in UTF-8, or a key named __proto__.');
  const head = HeadSchema.safeParse(json.value);
  if (!head.success) return fail('invalid', describeIssue(head.error.issues[0]));
  const { format, answers } = head.data;
  const version = versions.find((one) => one.format === format);
  if (!version) return fail(isNewer(format, versions) ? 'newer-format' : 'invalid', `Format ${format}.`);
  const tool = Object.hasOwn(version.tools, answers.kind) ? version.tools[answers.kind] : undefined;
  if (!tool) return fail('invalid', 'answers.kind: no tool');
  const result = toFileSchema(format, tool).safeParse(json.value);
  if (!result.success) return fail('invalid', describeIssue(result.error.issues[0]));
  const { definition: template, words, ...rest } = result.data;
  const path = findForbiddenPath(result.data, 'file');
  if (path !== undefined) return fail('forbidden-character', `At ${path}.`);
  const asked = { template, words };
  const fault = findWordFault(asked);
  if (fault !== undefined) return fail('invalid', `words: ${fault}`);
  const file: KiteiFile = { ...rest, ...toContents(tool.fill(asked), rest.answers), asked };
  if (!isOfOneTool(file, tool)) return fail('inconsistent', 'Ids or versions differ.');
  if (!tool.isBounded(file)) return fail('invalid', 'answers: Too many combinations.');
  return toCanonicalJson(json.value) === json.text ? { ok: true, file } : fail('not-canonical', 'Not canonical JSON.');
}

const HeadSchema = z.object({
  format: z.string().check(z.regex(/^kitei\/[1-9]\d{0,5}$/)),
  answers: z.object({ kind: z.enum(['checklist', 'decision', 'form']) }),
});

function toFileSchema(format: string, { schemas }: AnyTool) {
  return z.strictObject({
    format: z.literal(format),
    generator: z.string().check(z.regex(/^[ -~]{1,100}$/)),
    definition: schemas.template,
    words: WordsSchema,
    answers: schemas.answers,
    summary: SummaryDocumentSchema,
  });
}

function isNewer(format: string, versions: readonly RecordVersion[]): boolean {
  const number = (text: string) => Number(text.split('/')[1]);
  return versions.every((one) => number(format) > number(one.format));
}

function isOfOneTool({ definition, answers, summary }: KiteiFile, tool: AnyTool): boolean {
  return (
    tool.answeredId(answers) === definition.id &&
    answers.version === definition.version &&
    summary.definition.kind === answers.kind &&
    summary.definition.id === definition.id &&
    summary.definition.version === definition.version
  );
}

function fail(problem: KiteiFileProblem, detail: string): KiteiFileReading {
  return { ok: false, problem, detail };
}

function parseJson(bytes: Uint8Array): { text: string; value: unknown } | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, value: JSON.parse(text, refusePrototype) };
  } catch {
    // Whatever is wrong with the text, it is not JSON as written here.
    return undefined;
  }
}

/** `__proto__` as a key of its own is harmless until somebody copies the object. */
function refusePrototype(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new SyntaxError('A key named __proto__.');
  return value;
}

function describeIssue(issue: z.core.$ZodIssue | undefined): string {
  return `${issue?.path.join('.') || 'file'}: ${issue?.code ?? 'unknown'}`;
}

/** Where the first text stands that would not be shown as it is stored. */
function findForbiddenPath(value: unknown, path: string): string | undefined {
  if (typeof value === 'string') return findForbidden(value, { lines: true }) ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = findForbiddenPath(inner, `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
