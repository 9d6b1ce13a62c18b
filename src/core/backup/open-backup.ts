import { get } from '../../record/v1/read-values.ts';

/** Why a text is no backup of the kind that is read. */
export type BackupProblem =
  | { kind: 'too-large' }
  | { kind: 'not-json' }
  /** JSON, but something else. */
  | { kind: 'other-file' }
  | { kind: 'newer' };

/**
 * Opens a backup that a page of ours wrote: a JSON object that names its format. What stands in it is for the caller to read.
 * @param format name and version, e.g. `kitei-people/1`
 * @param most letters that are read at most
 */
export function openBackup(
  text: string,
  format: string,
  most: number,
): { ok: true; value: object } | { ok: false; problem: BackupProblem } {
  const fail = (kind: BackupProblem['kind']) => ({ ok: false, problem: { kind } }) as const;
  if (text.length > most) return fail('too-large');
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return fail('not-json');
  }
  const found = get(value, 'format');
  if (found === format && typeof value === 'object' && value !== null) return { ok: true, value };
  const [name = '', version = ''] = typeof found === 'string' ? found.split('/') : [];
  return fail(name === format.split('/')[0] && /^\d{1,6}$/.test(version) ? 'newer' : 'other-file');
}

/** Whether an object has these keys and no other. JSON.parse makes `__proto__` a key of its own, and so it is one too many here. */
export function hasOnly(value: unknown, allowed: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const found = Object.getOwnPropertyNames(value);
  return found.length === allowed.length && found.every((key) => allowed.includes(key));
}
