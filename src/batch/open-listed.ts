import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type InnerProblem, innerMessage } from '../files/open/inner-words.ts';
import { openFile } from '../files/open/open-file.ts';
import { toRefused } from '../signing/verify-pdf.ts';
import type { NamedRefused } from '../verifier/name-file.ts';
import type { Listed } from './list-files.ts';

/** A file by itself, or one that a zip or a mail holds. */
export type Piece =
  | {
      kind: 'file';
      /** The path, and behind it what the file stands in: `a/返送.zip › 甲社/list.pdf`. */
      shown: string;
      /** Its own name, with its ending. */
      name: string;
      bytes: Uint8Array;
    }
  | { kind: 'refused'; shown: string; refused: NamedRefused | InnerRefused };

/** Of a file in a zip or mail that was not opened. */
export interface InnerRefused {
  state: 'refused';
  reason: InnerProblem;
  /** Japanese: why, and what to do. */
  message: string;
}

/** Largest file that is read at all: a zip with hundreds of scans. */
const mostBytes = 200 * 1024 * 1024;

/** The file, or those that it holds, where it is a zip or a mail: one at a time lies in memory, beside what holds it. */
export async function* openListed({ path, size }: Listed): AsyncGenerator<Piece, void, void> {
  if (size !== undefined && size > mostBytes) {
    yield { kind: 'refused', shown: path, refused: toRefused('too-large') };
    return;
  }
  const bytes = size === undefined ? undefined : await readFile(path).catch(() => undefined);
  if (!bytes) {
    // Missing, not permitted: the person mends all of these in the same way.
    yield { kind: 'refused', shown: path, refused: toRefused('unreadable') };
    return;
  }
  let isEmpty = true;
  for (const one of openFile(bytes, basename(path), { now: () => performance.now(), limits: { time: slowest } })) {
    isEmpty = false;
    const shown = [path, ...one.path.slice(1)].join(' › ');
    if (one.kind === 'file') {
      // A name as it may be shown may have lost its ending.
      const name = one.path.length === 1 ? basename(path) : one.name;
      yield { kind: 'file', shown, name, bytes: one.bytes };
    } else {
      const { problem } = one;
      yield { kind: 'refused', shown, refused: { state: 'refused', reason: problem, message: innerMessage(problem) } };
    }
  }
  // A zip or a mail without a file in it: what it is, is said all the same.
  if (isEmpty) yield { kind: 'file', shown: path, name: basename(path), bytes };
}

/** Milliseconds for all that one zip holds: checking takes most of it. */
const slowest = 30 * 60_000;
