import * as z from 'zod/mini';
import { toCanonicalJson } from '../core/text/canonical-json.ts';
import { findForbidden } from '../core/text/characters.ts';
import { answeredOf } from './contents.ts';
import type { KiteiFile } from './kitei-file.ts';
import { ChecklistAnswersSchema } from './v1/checklist/answers-schema.ts';
import { ChecklistDefinitionSchema } from './v1/checklist/definition-schema.ts';
import { DecisionAnswersSchema } from './v1/decision/answers-schema.ts';
import { mostWork, workOf } from './v1/decision/combinations.ts';
import { DecisionDefinitionSchema } from './v1/decision/definition-schema.ts';
import { SummaryDocumentSchema } from './v1/summary/summary-schema.ts';

// Compiled schemas need eval, which the Content-Security-Policy forbids.
z.config({ jitless: true });

/** Largest kitei.json that is parsed: 2 MB. A list of 300 items with long notes stays below. */
export const mostKiteiFileBytes = 2 * 1024 * 1024;

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

const frame = {
  format: z.literal('kitei/1'),
  generator: z.string().check(z.regex(/^[ -~]{1,100}$/)),
  summary: SummaryDocumentSchema,
};

const ChecklistFileSchema: z.ZodMiniType<KiteiFile> = z.strictObject({
  ...frame,
  definition: ChecklistDefinitionSchema,
  answers: ChecklistAnswersSchema,
});

const DecisionFileSchema: z.ZodMiniType<KiteiFile> = z
  .strictObject({ ...frame, definition: DecisionDefinitionSchema, answers: DecisionAnswersSchema })
  .check(
    z.refine(({ definition, answers }) => workOf(definition, answers.answers) <= mostWork, {
      path: ['answers'],
      message: 'Too many combinations.',
    }),
  );

/**
 * Reads kitei.json strictly: an unknown key is a fault, for it would be signed and shown by nobody. So is any other
 * spelling than the canonical one: of two keys of one name, each reader believes another.
 * @param bytes canonical JSON (RFC 8785) in UTF-8 without a byte order mark
 */
export function readKiteiFile(bytes: Uint8Array): KiteiFileReading {
  if (bytes.length > mostKiteiFileBytes) return fail('too-large', `${bytes.length} bytes.`);
  const json = parseJson(bytes);
  if (!json) return fail('not-json', 'Not JSON in UTF-8, or a key named __proto__.');
  const version = findFormatVersion(json.value);
  if (version !== undefined && version > 1) return fail('newer-format', `Format kitei/${version}.`);
  const schema = isOfDecision(json.value) ? DecisionFileSchema : ChecklistFileSchema;
  const result = schema.safeParse(json.value);
  if (!result.success) return fail('invalid', describeIssue(result.error.issues[0]));
  const reading = checkFile(result.data);
  if (reading.ok && toCanonicalJson(json.value) !== json.text) return fail('not-canonical', 'Not canonical JSON.');
  return reading;
}

function checkFile(file: KiteiFile): KiteiFileReading {
  const { definition, answers, summary } = file;
  const answered = answeredOf(answers);
  const path = findForbiddenPath(file, 'file');
  if (path !== undefined) return fail('forbidden-character', `At ${path}.`);
  const isOneTool =
    answered.id === definition.id &&
    answered.version === definition.version &&
    summary.definition.kind === answers.kind &&
    summary.definition.id === definition.id &&
    summary.definition.version === definition.version;
  return isOneTool ? { ok: true, file } : fail('inconsistent', 'Ids or versions differ.');
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

function findFormatVersion(value: unknown): number | undefined {
  const { success, data } = z.object({ format: z.string() }).safeParse(value);
  const version = success ? /^kitei\/([1-9]\d{0,5})$/.exec(data.format)?.[1] : undefined;
  return version === undefined ? undefined : Number(version);
}

/** Whether the answers say that they are a decision's; what says nothing is read as a check list's. */
function isOfDecision(value: unknown): boolean {
  return z.object({ answers: z.object({ kind: z.literal('decision') }) }).safeParse(value).success;
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
