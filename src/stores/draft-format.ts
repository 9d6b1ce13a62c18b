/** A draft as it is stored. Times are ISO 8601 in UTC, as the clock of the device said. */
export interface StoredDraft<T> {
  /** When the draft was begun: tells drafts apart that have no 提出先 yet. */
  startedAt: string;
  savedAt: string;
  value: T;
}

/** What a reader of a draft's value says: `newer` = written by a later version of this site. */
export type ValueReading<T> = { ok: true; value: T } | { ok: false; newer: boolean };

export type StoredReading<T> = { ok: true; draft: StoredDraft<T> } | { ok: false; newer: boolean };

const name = 'kitei-draft';
const version = 2;

/** A stored value of another version on its way to ours; every key may be missing or of any kind. */
type Stored = Readonly<Record<string, unknown>>;

/**
 * From each older version to the next: a value that was kept for years passes through all of them.
 * 1 → 2: drafts became several, and know when they were begun; the one draft of version 1 has only the time of saving.
 */
const migrations: ReadonlyMap<number, (stored: Stored) => Stored> = new Map([
  [1, (stored) => ({ ...stored, startedAt: stored['savedAt'] })],
]);

/**
 * Reads a stored text, which anybody may have changed. What is older is migrated here and written in today's form with
 * the next change.
 * @param read reads what stands under `answers`
 */
export function readStoredDraft<T>(text: string, read: (value: unknown) => ValueReading<T>): StoredReading<T> {
  const found = parse(text);
  const foundVersion = versionOf(found['format']);
  if (foundVersion === undefined) return { ok: false, newer: false };
  if (foundVersion > version) return { ok: false, newer: true };
  let stored = found;
  for (let step = foundVersion; step < version; step += 1) stored = migrations.get(step)?.(stored) ?? {};
  const { startedAt, savedAt, answers } = stored;
  if (!isTime(startedAt) || !isTime(savedAt)) return { ok: false, newer: false };
  const reading = read(answers);
  return reading.ok ? { ok: true, draft: { startedAt, savedAt, value: reading.value } } : reading;
}

/** The text to be stored. */
export function writeStoredDraft<T>({ startedAt, savedAt, value }: StoredDraft<T>): string {
  return JSON.stringify({ format: `${name}/${version}`, startedAt, savedAt, answers: value });
}

/** Own keys only, into an object without a prototype, so that `__proto__` in a stored text is a key like any other. */
function parse(text: string): Stored {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // No JSON: as if it held nothing that we know.
    return {};
  }
  return typeof value === 'object' && value !== null ? Object.assign(Object.create(null), value) : {};
}

function versionOf(format: unknown): number | undefined {
  const match = typeof format === 'string' ? /^kitei-draft\/([1-9]\d{0,5})$/.exec(format) : null;
  return match ? Number(match[1]) : undefined;
}

function isTime(text: unknown): text is string {
  return typeof text === 'string' && !Number.isNaN(Date.parse(text));
}
