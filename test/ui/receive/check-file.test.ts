import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { checkFile, type Readable, type Verifier } from '../../../src/ui/receive/check-file.ts';
import type { Admitted } from '../../../src/ui/receive/intake.ts';
import { refused, sound } from '../verify/fixture.ts';

/** Hashes truly; finds every file sound but those that begin with `x`. */
const verifier: Verifier = {
  sha256: async (bytes) => createHash('sha256').update(bytes).digest('hex'),
  verify: async (bytes) => (bytes[0] === 'x'.charCodeAt(0) ? refused('changed-after-signing') : sound),
};

function file(name: string, text: string, rest: Partial<Admitted<Readable>> = {}): Admitted<Readable> {
  return { name, size: text.length, isFolder: false, turnedAway: undefined, content: new Blob([text]), ...rest };
}

describe('checkFile', () => {
  test('a sound file comes with what the verifier says and its SHA-256', async () => {
    expect(await checkFile(file('甲.pdf', 'abc'), verifier)).toEqual({
      kind: 'sound',
      verification: sound,
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    });
  });

  test('a refused file comes with the reason', async () => {
    expect(await checkFile(file('乙.pdf', 'xyz'), verifier)).toEqual({
      kind: 'refused',
      verification: refused('changed-after-signing'),
      sha256: '3608bca1e44ea6c4d268eb6db02260269892c0b42b86bbf1e77a6fa16c3c9282',
    });
  });

  test.each(['folder', 'too-large'] as const)('what was turned away as %s is not read', async (why) => {
    const content = { arrayBuffer: () => Promise.reject(new Error('It was read.')) };
    const outcome = await checkFile(file('丙', '', { turnedAway: why, content }), verifier);
    expect(outcome).toEqual({ kind: 'turned-away', why });
  });

  test('a file that the browser cannot read any more is an outcome, not an error', async () => {
    const content = { arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) };
    const outcome = await checkFile(file('丁.pdf', '', { content }), verifier);
    expect(outcome).toEqual({ kind: 'turned-away', why: 'unreadable' });
  });
});
