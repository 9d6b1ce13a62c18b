import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../src/ui/receive/outcome.ts';
import { SameFiles } from '../../../src/ui/receive/same-file.ts';
import { refused, sound } from '../verify/fixture.ts';

function soundFile(sha256: string): Outcome {
  return { kind: 'sound', verification: sound, sha256 };
}

describe('SameFiles', () => {
  test('the same bytes under another name are recognised, and the first name is told', () => {
    const same = new SameFiles();
    expect(same.recognize('甲.pdf', soundFile('aa'))).toEqual(soundFile('aa'));
    expect(same.recognize('乙.pdf', soundFile('bb'))).toEqual(soundFile('bb'));
    expect(same.recognize('甲 (1).pdf', soundFile('aa'))).toEqual({ kind: 'same', first: '甲.pdf', sha256: 'aa' });
    expect(same.recognize('甲 (2).pdf', soundFile('aa'))).toEqual({ kind: 'same', first: '甲.pdf', sha256: 'aa' });
  });

  test('refused files are recognised too; files that were not read never are', () => {
    const same = new SameFiles();
    const changed: Outcome = { kind: 'refused', verification: refused('appended'), sha256: 'cc' };
    const unread: Outcome = { kind: 'turned-away', why: 'unreadable' };
    expect([changed, changed, unread, unread].map((outcome) => same.recognize('丙.pdf', outcome).kind)).toEqual([
      'refused',
      'same',
      'turned-away',
      'turned-away',
    ]);
  });

  test('a cleared list knows nothing any more', () => {
    const same = new SameFiles();
    same.recognize('甲.pdf', soundFile('aa'));
    same.forget();
    expect(same.recognize('甲.pdf', soundFile('aa')).kind).toBe('sound');
  });
});
