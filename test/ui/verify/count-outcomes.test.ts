import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../src/ui/receive/outcome.ts';
import { countOutcomes, countSound } from '../../../src/ui/verify/count-outcomes.ts';
import { refused, sound } from './fixture.ts';

const intact: Outcome = { kind: 'sound', verification: sound, sha256: '00' };
const changed: Outcome = { kind: 'refused', verification: refused('changed-after-signing'), sha256: '01' };
const unsigned: Outcome = { kind: 'refused', verification: refused('not-signed'), sha256: '02' };
const outcomes: Outcome[] = [
  { kind: 'same', first: '甲.pdf', sha256: '00' },
  { kind: 'turned-away', why: 'folder' },
  unsigned,
  changed,
  intact,
  { kind: 'refused', verification: refused('appended'), sha256: '03' },
  { kind: 'turned-away', why: 'too-large' },
  intact,
];

describe('countOutcomes', () => {
  test('counts sound files first, then altered ones, then the rest, by the words of the column 改ざん', () => {
    const counts = countOutcomes(outcomes).map(({ example, count }) => [
      example.kind === 'refused' ? example.verification.grades.tampering.label : example.kind,
      count,
    ]);
    expect(counts).toEqual([
      ['sound', 2],
      ['署名後に変更', 2],
      ['署名なし', 1],
      ['turned-away', 2],
      ['same', 1],
    ]);
  });

  test('every file is counted once', () => {
    expect(countOutcomes(outcomes).reduce((sum, { count }) => sum + count, 0)).toBe(outcomes.length);
    expect(countOutcomes([])).toEqual([]);
  });
});

describe('countSound', () => {
  test('counts what is exactly as signed, and nothing else', () => {
    expect(countSound(outcomes)).toBe(2);
    expect(countSound([changed, unsigned])).toBe(0);
  });
});
