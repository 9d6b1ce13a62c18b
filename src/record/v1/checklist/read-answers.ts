import type { Header } from '../header/header.ts';
import type { ChecklistAnswers, ItemAnswer } from './answers.ts';
import type { ChecklistDefinition } from './definition.ts';
import { isStatus } from './statuses.ts';

/** Why a text cannot be taken as answers to this list. */
export type AnswersProblem =
  | { kind: 'too-large' }
  | { kind: 'not-json' }
  | { kind: 'not-ours' }
  | { kind: 'other-list' }
  | { kind: 'newer-version' }
  /** `where` is a path such as `header.company`. */
  | { kind: 'damaged'; where: string };

export type AnswersReading = { ok: true; answers: ChecklistAnswers } | { ok: false; problem: AnswersProblem };

/** Nothing longer is parsed, in UTF-16 units; 20 items with the longest texts stay under a tenth of it. */
export const longestText = 2 * 1024 * 1024;
const mostItems = 1000;
const format = 'kitei-answers/1';

/**
 * Reads answers that come from outside: a draft or an imported file. Written by hand, so that pages need no schema
 * library; every value is checked and copied, and no key but ours is accepted (`__proto__` included).
 * What is too long or no real date is accepted here: a draft keeps what was typed, and validateAnswers() speaks about it.
 */
export function readAnswers(text: string, definition: ChecklistDefinition): AnswersReading {
  if (text.length > longestText) return failed({ kind: 'too-large' });
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return failed({ kind: 'not-json' });
  }
  return readAnswersValue(value, definition);
}

/** The same for a value that has been parsed already, such as the answers inside a draft. */
export function readAnswersValue(value: unknown, definition: ChecklistDefinition): AnswersReading {
  const kind = get(value, 'format');
  if (typeof kind !== 'string' || !/^kitei-answers\/\d+$/.test(kind)) return failed({ kind: 'not-ours' });
  if (kind !== format) return failed({ kind: 'newer-version' });
  if (get(value, 'kind') !== 'checklist' || get(value, 'checklist') !== definition.id)
    return failed({ kind: 'other-list' });
  const version = get(value, 'version');
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return damaged('version');
  if (version > definition.version) return failed({ kind: 'newer-version' });
  const extra = extraKey(value, ['format', 'kind', 'checklist', 'version', 'header', 'items']);
  if (extra !== undefined) return damaged(extra);

  try {
    const header = readHeader(get(value, 'header'));
    const items = readItems(get(value, 'items'));
    return { ok: true, answers: { format, kind: 'checklist', checklist: definition.id, version, header, items } };
  } catch (error) {
    if (error instanceof DamagedError) return damaged(error.where);
    throw error;
  }
}

/** Japanese: what is the matter with the file, and what to do. */
export function answersMessage(problem: AnswersProblem, definition: ChecklistDefinition): string {
  switch (problem.kind) {
    case 'too-large':
      return 'ファイルが大きすぎます（2 MB まで。PDF は 20 MB まで）。このページの「途中の回答をファイルに保存」で作ったファイルか、このサイトで作った PDF を選んでください。';
    case 'not-json':
      return 'ファイルを読み取れません。このページの「途中の回答をファイルに保存」で作った .json ファイルか、このサイトで作った PDF を選んでください。';
    case 'not-ours':
      return 'このサイトで保存した回答のファイルではありません。名前が「確認リスト_」で始まる .json か .pdf のファイルを選んでください。';
    case 'other-list':
      return `ほかのリストの回答です。「${definition.title}」の回答を選んでください。`;
    case 'newer-version':
      return 'このページより新しい版で保存した回答です。ページを読み込み直すか、新しい版のサイトで開いてください。';
    case 'damaged':
      return `ファイルの一部（${shorten(problem.where)}）が壊れているか、書き換えられています。保存し直したファイルを選んでください。`;
  }
}

class DamagedError extends Error {
  override name = 'DamagedError';
  readonly where: string;
  constructor(where: string) {
    super(`Answers are damaged at ${where}.`);
    this.where = where;
  }
}

function readHeader(value: unknown): Header {
  refuseExtra(value, ['company', 'checker', 'checkedOn', 'recipient', 'business'], 'header');
  const text = (key: keyof Header) => readText(value, key, 'header');
  return {
    company: text('company'),
    checker: text('checker'),
    checkedOn: text('checkedOn'),
    recipient: text('recipient'),
    business: text('business'),
  };
}

function readItems(value: unknown): Record<string, ItemAnswer> {
  if (!isObject(value)) throw new DamagedError('items');
  const entries = Object.entries(value);
  if (entries.length > mostItems) throw new DamagedError('items');
  return Object.fromEntries(
    entries.map(([id, answer]) => {
      // The same rule as for ids in content/checklists; it also keeps out `__proto__`.
      if (!/^[a-z][a-z0-9-]{0,99}$/.test(id)) throw new DamagedError(`items.${id}`);
      return [id, readItem(answer, `items.${id}`)];
    }),
  );
}

function readItem(value: unknown, at: string): ItemAnswer {
  refuseExtra(value, ['status', 'evidence', 'note', 'dueOn', 'meaning'], at);
  const status = get(value, 'status');
  if (!isStatus(status)) throw new DamagedError(`${at}.status`);
  const meaning = readText(value, 'meaning', at);
  if (!/^[0-9a-f]{16}$/.test(meaning)) throw new DamagedError(`${at}.meaning`);
  return {
    status,
    evidence: readText(value, 'evidence', at),
    note: readText(value, 'note', at),
    dueOn: readText(value, 'dueOn', at),
    meaning,
  };
}

function readText(value: unknown, key: string, at: string): string {
  const text = get(value, key);
  if (typeof text !== 'string') throw new DamagedError(`${at}.${key}`);
  return text;
}

function refuseExtra(value: unknown, keys: readonly string[], at: string): void {
  if (!isObject(value)) throw new DamagedError(at);
  const extra = extraKey(value, keys);
  if (extra !== undefined) throw new DamagedError(`${at}.${extra}`);
}

function extraKey(value: unknown, keys: readonly string[]): string | undefined {
  return isObject(value) ? Object.keys(value).find((key) => !keys.includes(key)) : undefined;
}

/** An own property only: JSON.parse makes `__proto__` an own one, and `constructor` must not be found on the prototype. */
function get(value: unknown, key: string): unknown {
  return isObject(value) ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shorten(where: string): string {
  return where.length > 60 ? `${where.slice(0, 60)}…` : where;
}

function damaged(where: string): AnswersReading {
  return failed({ kind: 'damaged', where });
}

function failed(problem: AnswersProblem): AnswersReading {
  return { ok: false, problem };
}
