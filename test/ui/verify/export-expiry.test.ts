import { describe, expect, test } from 'vitest';
import { summarize } from '../../../src/record/v1/checklist/summarize.ts';
import type { EntryRelation } from '../../../src/ui/verify/entry.ts';
import { exportExpiry } from '../../../src/ui/verify/export-expiry.ts';
import type { Examined } from '../../../src/verifier/verdict.ts';
import { kinds, kindsAnswered } from '../../record/v1/checklist/kinds-fixture.ts';
import { toFile } from '../../support/record.ts';
import { sound } from './fixture.ts';

const file = toFile(kinds, kindsAnswered, summarize(kinds, kindsAnswered, { documentNumber: 'X' }));
const given = { site: 'https://rules.example/', now: new Date('2026-11-21T15:05:00Z') };

function entry(verification: Examined = { ...sound, file }, relation?: EntryRelation) {
  const outcome = { kind: 'sound' as const, sha256: 'ab'.repeat(32), verification };
  return {
    entry: { id: 'f1', name: '一.pdf', checkedAt: given.now, outcome },
    match: { kind: 'unknown' as const },
    relation,
  };
}

const relation = (place: EntryRelation['place']): EntryRelation => ({
  replies: [],
  ...{ place, newest: [], sameAnswers: [] },
  ...{ hasOtherKey: false, hasOtherPurpose: false, hasLaterVersion: false },
});

describe('exportExpiry', () => {
  test('has an event for each last day, and the day of the export in its name', () => {
    const made = exportExpiry([entry()], given);
    expect(made?.name).toBe('記録の有効期限_20261122.ics');
    expect(made?.text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(made?.text).toContain('DTSTART;VALUE=DATE:20270331');
  });

  test('leaves out a file that a check contradicts, and one that has been replaced', () => {
    const bad = { ...sound.grades, match: { ...sound.grades.match, grade: 'bad' as const } };
    expect(exportExpiry([entry({ ...sound, file, grades: bad })], given)).toBeUndefined();
    expect(exportExpiry([entry(undefined, relation('older'))], given)).toBeUndefined();
    expect(exportExpiry([entry(undefined, relation('newest'))], given)).toBeDefined();
  });

  test('is none where no record ends', () => {
    expect(exportExpiry([entry(sound)], given)).toBeUndefined();
  });
});
