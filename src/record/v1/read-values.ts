import { idForm } from '../../core/text/id.ts';
import { emptyHeader, type Header, headerKeys } from './header/header.ts';

/** Why a value cannot be taken as answers to a tool. */
export type AnswersProblem =
  | { kind: 'too-large' }
  | { kind: 'not-json' }
  | { kind: 'not-ours' }
  /** Of another tool, or to another definition. */
  | { kind: 'other-list' }
  | { kind: 'newer-version' }
  /** `where` is a path such as `header.company`. */
  | { kind: 'damaged'; where: string };

export type AnswersReading<Answers> = { ok: true; answers: Answers } | { ok: false; problem: AnswersProblem };

/** The head of all answers, read and found to fit. */
interface Head {
  format: 'kitei-answers/1';
  version: number;
  header: Header;
}

/** What a reader of answers is for. */
interface Wanted {
  kind: string;
  /** Key that holds the definition's id, e.g. `checklist`. */
  idKey: string;
  definition: { id: string; version: number };
  /** Keys beside those of every tool. */
  keys: readonly string[];
}

/** Most answers, fields or items of one tool. */
export const mostEntries = 1000;

/** Its message is the path of what is wrong. */
class DamagedError extends Error {}

/**
 * Reads answers that come from outside, which anybody may have changed. Written by hand, so that pages need no schema
 * library; every value is checked and copied, and no key but ours is accepted (`__proto__` included).
 * @param build makes the answers of what is left; it reads with the functions below
 */
export function readAnswersOf<Answers>(
  value: unknown,
  { kind, idKey, definition, keys }: Wanted,
  build: (head: Head) => Answers,
): AnswersReading<Answers> {
  const fail = (problem: AnswersProblem): AnswersReading<Answers> => ({ ok: false, problem });
  const format = get(value, 'format');
  if (typeof format !== 'string' || !/^kitei-answers\/\d+$/.test(format)) return fail({ kind: 'not-ours' });
  if (format !== 'kitei-answers/1') return fail({ kind: 'newer-version' });
  if (get(value, 'kind') !== kind || get(value, idKey) !== definition.id) return fail({ kind: 'other-list' });
  const version = get(value, 'version');
  try {
    if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return damage('version');
    if (version > definition.version) return fail({ kind: 'newer-version' });
    refuseExtra(value, ['format', 'kind', idKey, 'version', 'header', ...keys], '');
    return { ok: true, answers: build({ format, version, header: readHeader(get(value, 'header')) }) };
  } catch (error) {
    if (error instanceof DamagedError) return fail({ kind: 'damaged', where: error.message });
    throw error;
  }
}

/** Stops the reading. @param where a path such as `items.manager.status` */
export function damage(where: string): never {
  throw new DamagedError(where);
}

/**
 * The entries of the record under a key, whose own keys are ids, each read by `read`.
 * @param at its path, where the key is not all of it
 * @throws DamagedError
 */
export function readEntries<Value>(
  value: unknown,
  key: string,
  read: (value: unknown, at: string) => Value,
  at = key,
): Record<string, Value> {
  const record = get(value, key);
  if (!isObject(record)) damage(at);
  const entries = Object.entries(record);
  if (entries.length > mostEntries) damage(at);
  return Object.fromEntries(
    entries.map(([id, one]) => {
      if (!idForm.test(id)) damage(`${at}.${id}`);
      return [id, read(one, `${at}.${id}`)];
    }),
  );
}

/** @throws DamagedError for anything but a text that `form` fits */
export function readText(value: unknown, at: string, form = /^/): string {
  if (typeof value !== 'string' || !form.test(value)) damage(at);
  return value;
}

/** A list of at most 100 ids. @throws DamagedError */
export function readIds(value: unknown, at: string): string[] {
  if (!Array.isArray(value) || value.length > 100) damage(at);
  return value.map((id) => readText(id, at, idForm));
}

/** Holds that an object has these keys alone. @throws DamagedError */
export function refuseExtra(value: unknown, keys: readonly string[], at: string): void {
  if (!isObject(value)) damage(at);
  const extra = Object.keys(value).find((key) => !keys.includes(key));
  if (extra !== undefined) damage(at === '' ? extra : `${at}.${extra}`);
}

/** An own property only: JSON.parse makes `__proto__` an own one, and `constructor` must not be found on the prototype. */
export function get(value: unknown, key: string): unknown {
  return isObject(value) ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined;
}

function readHeader(value: unknown): Header {
  refuseExtra(value, headerKeys, 'header');
  const header = emptyHeader();
  for (const key of headerKeys) header[key] = readText(get(value, key), `header.${key}`);
  return header;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
