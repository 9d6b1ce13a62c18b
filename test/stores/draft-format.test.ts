import { describe, expect, test } from 'vitest';
import { readStoredDraft, writeStoredDraft } from '../../src/stores/draft-format.ts';

const draft = { startedAt: '2026-11-20T00:00:00.000Z', savedAt: '2026-11-21T01:02:03.000Z', value: '株式会社𠮷野' };

function read(value: unknown) {
  return typeof value === 'string' ? { ok: true as const, value } : { ok: false as const, newer: value === 99 };
}

describe('readStoredDraft', () => {
  test('reads what writeStoredDraft wrote', () => {
    expect(readStoredDraft(writeStoredDraft(draft), read)).toEqual({ ok: true, draft });
  });

  test('migrates version 1, which knew no time of beginning', () => {
    const old = JSON.stringify({ format: 'kitei-draft/1', savedAt: draft.savedAt, answers: draft.value });
    expect(readStoredDraft(old, read)).toEqual({ ok: true, draft: { ...draft, startedAt: draft.savedAt } });
  });

  test.each([
    ['a newer draft', { format: 'kitei-draft/3', anything: 'else' }],
    ['a newer value', { format: 'kitei-draft/2', startedAt: draft.startedAt, savedAt: draft.savedAt, answers: 99 }],
    ['a newer value in an old draft', { format: 'kitei-draft/1', savedAt: draft.savedAt, answers: 99 }],
  ])('%s is called newer, never damaged', (_, stored) => {
    expect(readStoredDraft(JSON.stringify(stored), read)).toEqual({ ok: false, newer: true });
  });

  test.each([
    ['half a text', '{"format":"kitei-draft/2","savedAt":'],
    ['no object', '"hello"'],
    ['null', 'null'],
    ['a list', '["kitei-draft/2"]'],
    ['no format', '{"savedAt":"2026-11-21T01:02:03Z","answers":"x"}'],
    ['version 0', JSON.stringify({ format: 'kitei-draft/0', savedAt: draft.savedAt, answers: 'x' })],
    ['a version of a thousand digits', JSON.stringify({ format: `kitei-draft/${'9'.repeat(1000)}` })],
    ['no time of beginning', JSON.stringify({ format: 'kitei-draft/2', savedAt: draft.savedAt, answers: 'x' })],
    ['a time that is none', JSON.stringify({ format: 'kitei-draft/1', savedAt: 'いつか', answers: 'x' })],
    ['a value that cannot be read', JSON.stringify({ format: 'kitei-draft/1', savedAt: draft.savedAt, answers: 1 })],
    [
      'a prototype',
      `{"__proto__":${JSON.stringify({ format: 'kitei-draft/1', savedAt: draft.savedAt, answers: 'x' })}}`,
    ],
  ])('%s is damaged', (_, text) => {
    expect(readStoredDraft(text, read)).toEqual({ ok: false, newer: false });
  });
});
