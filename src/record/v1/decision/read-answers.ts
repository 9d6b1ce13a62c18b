import { emptyHeader } from '../header/header.ts';
import type { DecisionAnswers } from './answers.ts';
import type { DecisionDefinition } from './definition.ts';

const idForm = /^[a-z][a-z0-9-]{0,99}$/;
const mostEntries = 1000;

export type DecisionReading = { ok: true; answers: DecisionAnswers } | { ok: false; newer: boolean };

/**
 * Reads what a draft holds, which anybody may have changed. Written by hand, so that pages need no schema library; every
 * value is checked and copied, and no key but ours is accepted (`__proto__` included).
 */
export function readDecisionAnswers(value: unknown, definition: DecisionDefinition): DecisionReading {
  if (!isRecord(value)) return { ok: false, newer: false };
  const { format, kind, decision, version } = value;
  if (typeof format !== 'string' || !/^kitei-answers\/\d+$/.test(format)) return { ok: false, newer: false };
  if (format !== 'kitei-answers/1') return { ok: false, newer: true };
  if (kind !== 'decision' || decision !== definition.id) return { ok: false, newer: false };
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return { ok: false, newer: false };
  if (version > definition.version) return { ok: false, newer: true };
  const header = readTexts(value['header']);
  const fields = readTexts(value['fields']);
  const times = readTexts(value['times']);
  const answers = readAnswerLists(value['answers']);
  if (!header || !fields || !times || !answers) return { ok: false, newer: false };
  const { company = '', checker = '', checkedOn = '', recipient = '', business = '' } = header;
  return {
    ok: true,
    answers: {
      format,
      kind,
      decision,
      version,
      header: { ...emptyHeader(), company, checker, checkedOn, recipient, business },
      answers,
      fields,
      times,
    },
  };
}

function readTexts(value: unknown): Record<string, string> | undefined {
  const entries = readEntries(value);
  if (!entries?.every((entry): entry is [string, string] => typeof entry[1] === 'string')) return undefined;
  return Object.fromEntries(entries);
}

function readAnswerLists(value: unknown): Record<string, string[]> | undefined {
  const entries = readEntries(value);
  const isList = (list: unknown): list is string[] =>
    Array.isArray(list) && list.length <= 100 && list.every((id) => typeof id === 'string' && idForm.test(id));
  if (!entries?.every((entry): entry is [string, string[]] => isList(entry[1]))) return undefined;
  return Object.fromEntries(entries.map(([id, list]) => [id, [...list]]));
}

function readEntries(value: unknown): [string, unknown][] | undefined {
  if (!isRecord(value)) return undefined;
  const entries = Object.entries(value);
  // Header fields are camelCase.
  const isKey = (key: string) => idForm.test(key) || /^[a-z]+[A-Z][a-zA-Z]*$/.test(key);
  return entries.length <= mostEntries && entries.every(([key]) => isKey(key)) ? entries : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
