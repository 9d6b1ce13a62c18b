import { madeIdForm } from '../../../core/text/id.ts';
import { longestJson } from '../../../core/text/limits.ts';
import { longestRequestTexts, requestKeys } from '../header/request.ts';
import { type AnswersReading, damage, get, readAnswersOf, readEntries, readText, refuseExtra } from '../read-values.ts';
import type { ChecklistAnswers, ItemAnswer } from './answers.ts';
import type { ChecklistDefinition } from './definition.ts';
import { evidenceDays, isStatus } from './statuses.ts';

/**
 * Reads answers out of a file of answers.
 * What is too long or no real date is accepted here: a draft keeps what was typed, and validateAnswers() speaks about it.
 */
export function readAnswers(text: string, definition: ChecklistDefinition): AnswersReading<ChecklistAnswers> {
  if (text.length > longestJson) return { ok: false, problem: { kind: 'too-large' } };
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, problem: { kind: 'not-json' } };
  }
  return readAnswersValue(value, definition);
}

/** The same for a value that has been parsed already, such as the answers inside a draft. */
export function readAnswersValue(
  value: unknown,
  definition: Pick<ChecklistDefinition, 'id' | 'version'>,
): AnswersReading<ChecklistAnswers> {
  const wanted = { kind: 'checklist', idKey: 'checklist', definition, keys: ['items', 'request'] };
  return readAnswersOf(value, wanted, (head) => ({
    ...head,
    kind: 'checklist',
    checklist: definition.id,
    ...readRequest(value),
    items: readEntries(value, 'items', readItem),
  }));
}

/** Answers without an invitation have no such key. */
function readRequest(value: unknown): Pick<ChecklistAnswers, 'request'> {
  const request = get(value, 'request');
  if (request === undefined) return {};
  refuseExtra(request, ['id', ...requestKeys], 'request');
  const text = (key: (typeof requestKeys)[number]) => {
    const read = readText(get(request, key), `request.${key}`);
    return read.length <= 2 * longestRequestTexts[key] ? read : damage(`request.${key}`);
  };
  const id = readText(get(request, 'id'), 'request.id', madeIdForm);
  return { request: { id, name: text('name'), dueOn: text('dueOn'), scope: text('scope'), contact: text('contact') } };
}

function readItem(value: unknown, at: string): ItemAnswer {
  const hasGiven = get(value, 'given') !== undefined;
  const kind = hasGiven ? ['given'] : ['status', 'dueOn'];
  refuseExtra(value, [...kind, 'evidence', ...evidenceDays, 'note', 'meaning', 'clauses'], at);
  const text = (key: string, form?: RegExp) => readText(get(value, key), `${at}.${key}`, form);
  const hash = /^[0-9a-f]{16}$/;
  const common = {
    evidence: text('evidence'),
    ...Object.fromEntries(
      evidenceDays.flatMap((key) => (get(value, key) === undefined ? [] : [[key, text(key)] as const])),
    ),
    note: text('note'),
    meaning: text('meaning', hash),
    ...(get(value, 'clauses') === undefined ? {} : { clauses: text('clauses', hash) }),
  };
  if (hasGiven) return { given: readGiven(get(value, 'given'), `${at}.given`), ...common };
  const status = get(value, 'status');
  return { status: isStatus(status) ? status : damage(`${at}.status`), dueOn: text('dueOn'), ...common };
}

function readGiven(value: unknown, at: string): string[] {
  if (!Array.isArray(value) || value.length > 100) damage(at);
  return value.map((text) => readText(text, at));
}
