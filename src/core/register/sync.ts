import { type Entry, mostEntries, mostStates } from './entry.ts';
import { type Merged, mergeEntries, mergeEntry } from './merge.ts';
import { type RegisterProblem, readRegister, writeRegister } from './read-register.ts';

/** What stands in a file that several people write, and a mark that is another one after each writing. */
export interface FileContent {
  text: string;
  mark: string;
}

/** A file that several people write, as far as it is needed here. Both ways throw a SharedFileError. */
export interface SharedFile {
  read(): Promise<FileContent>;
  /** Puts a text in the place of what was read, whole or not at all. @returns false where something else stands there by now */
  write(text: string, seen: FileContent): Promise<boolean>;
}

/**
 * Why a file could not be read or written. `locked`: another program has it open; `no-permission`: the person has not said
 * yes, or took it back; `full`: no room.
 */
export type FileProblem = 'gone' | 'locked' | 'no-permission' | 'full' | 'failed';

/** Thrown by a SharedFile. */
export class SharedFileError extends Error {
  override name = 'SharedFileError';
  readonly kind: FileProblem;

  constructor(kind: FileProblem, options?: ErrorOptions) {
    super(`The shared file cannot be used: ${kind}.`, options);
    this.kind = kind;
  }
}

/** What stands in the way. `emptied`: nothing is in it any more; `busy`: others wrote in between, each time. */
export type SyncProblem = FileProblem | Exclude<RegisterProblem['kind'], 'entry'> | 'damaged' | 'emptied' | 'busy';

export interface Synced {
  /** All that is known by now, whether it could be written or not: the device takes it in any case. */
  merged: Merged;
  /** None: all of it stands in the file, as it was read there. */
  problem?: SyncProblem;
  /** The mark of that reading. */
  mark?: string;
  wrote: boolean;
}

export interface SyncOptions {
  form: string;
  file: SharedFile;
  /** What the device has, at the moment of asking: somebody may be typing. */
  mine: () => readonly Entry[];
  /** Whether a register has been seen in this file: then an empty one is a fault, and not a new one. */
  isKnown: boolean;
  /** Waits before another try, so that two writers do not keep step. */
  pause: (tries: number) => Promise<void>;
}

/** How often it is read; each writing is followed by a reading that confirms it. */
const mostTries = 8;
/** How often what may pass is looked at again, before it is told. */
const mostPasses = 4;

/** What may be different the next moment: on a network drive a file is seen in the middle of its being written. */
const passing: ReadonlySet<SyncProblem> = new Set(['locked', 'failed', 'not-json', 'emptied', 'damaged']);

/**
 * Makes a device and a file that several people write know the same: reads the file, merges it by entry, writes what it does
 * not have, and reads again until all of it stands there. Where that fails, nothing is lost: the device has it, and the next
 * time is another try.
 */
export async function syncRegister({ form, file, mine, isKnown, pause }: SyncOptions): Promise<Synced> {
  const before = mine();
  let found: readonly Entry[] = [];
  let [problem, wrote, hasSeen, passes]: [SyncProblem, boolean, boolean, number] = ['busy', false, isKnown, 0];
  const givesUp = () => !passing.has(problem) || ++passes >= mostPasses;
  const end = (fault?: SyncProblem): Synced => ({
    merged: mergeEntries(before, mergeEntries(mine(), found).entries),
    ...(fault && { problem: fault }),
    wrote,
  });
  for (let tries = 0; tries < mostTries; tries += 1) {
    if (tries > 0) await pause(tries);
    try {
      const seen = await file.read();
      const reading = readContent(seen.text, form, hasSeen);
      if (!reading.ok) {
        problem = reading.problem;
        if (givesUp()) return end(problem);
        continue;
      }
      hasSeen ||= reading.entries.length > 0;
      found = mergeEntries(found, reading.entries).entries;
      const { entries } = mergeEntries(mine(), found);
      if (knowsAll(reading.entries, entries)) return { ...end(), mark: seen.mark };
      // What nobody could read again must not be written.
      if (isTooMuch(entries)) return end('too-many');
      problem = 'busy';
      if (await file.write(writeRegister({ form, entries }), seen)) wrote = true;
    } catch (error) {
      problem = error instanceof SharedFileError ? error.kind : 'failed';
      if (givesUp()) return end(problem);
    }
  }
  return end(problem);
}

/** Whether the entries say nothing that a file does not say. */
function knowsAll(file: readonly Entry[], entries: readonly Entry[]): boolean {
  const known = new Map(file.map((entry) => [entry.id, entry]));
  return entries.every((entry) => {
    const there = known.get(entry.id);
    return there !== undefined && mergeEntry(there, entry) === there;
  });
}

function isTooMuch(entries: readonly Entry[]): boolean {
  return entries.length > mostEntries || entries.some(({ states }) => states.length > mostStates);
}

type ContentReading = { ok: true; entries: readonly Entry[] } | { ok: false; problem: SyncProblem };

function readContent(text: string, form: string, isKnown: boolean): ContentReading {
  if (text.trim() === '') return isKnown ? { ok: false, problem: 'emptied' } : { ok: true, entries: [] };
  const reading = readRegister(text, form);
  if (reading.ok) return { ok: true, entries: reading.register.entries };
  const { kind } = reading.problem;
  return { ok: false, problem: kind === 'entry' ? 'damaged' : kind };
}
