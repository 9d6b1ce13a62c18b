import type { FileKind } from '../file-kind.ts';
import { identifyFile } from '../identify.ts';
import { type Attachment, readMail } from '../mail/read-mail.ts';
import { readDirectory, type ZipEntry, ZipError } from '../zip/directory.ts';
import { isBomb, unpack } from '../zip/unpack.ts';
import { Budget, type OpenLimits, OutOfTimeError, usualLimits } from './budget.ts';
import { type InnerProblem, innerMessage } from './inner-words.ts';
import { toShownName, toShownPath } from './shown-path.ts';

/** A file that a chosen one turned out to be or to hold. */
export type Opened =
  | {
      kind: 'file';
      /** From the chosen file inwards, each as it may be shown; the last is the file itself, with its folders. */
      path: readonly string[];
      /** The same in one line: 「返送.zip › 甲社/list.pdf」. A text for people, nothing else. */
      shown: string;
      /** Its own name, without folders. */
      name: string;
      bytes: Uint8Array;
      /** What it is by its bytes. */
      found: FileKind;
    }
  /** Japanese: why it was not opened, and what to do. */
  | { kind: 'refused'; path: readonly string[]; shown: string; problem: InnerProblem; message: string };

/** Where opening stands. */
interface Place {
  path: readonly string[];
  budget: Budget;
  /** How many files that hold files this one stands in. */
  depth: number;
}

/** What systems put into an archive by themselves: nobody sent it, and nobody misses it. */
const byItself = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;

/**
 * Opens a chosen file where it is a zip or a mail, and what is in it where that is one, too; any other file comes back as it is.
 * One file at a time is unpacked: whoever walks through holds no more than that. What is at fault comes as `refused` and does not
 * lose the rest. Never throws, whatever the bytes.
 * @param name of the chosen file
 * @param now a clock in milliseconds, such as `() => performance.now()`
 */
export function* openFile(
  bytes: Uint8Array,
  name: string,
  { now, limits = {} }: { now: () => number; limits?: Partial<OpenLimits> },
): Generator<Opened, void, void> {
  const budget = new Budget({ ...usualLimits, ...limits }, now);
  const path = [toShownName(name) || '（名前なし）'];
  try {
    yield* open(bytes, { path, budget, depth: 0 });
  } catch (error) {
    if (!(error instanceof OutOfTimeError) && !(error instanceof EnoughError)) throw error;
    yield refuse(path, error instanceof OutOfTimeError ? 'too-long' : error.problem);
  }
}

/** A bound of the whole was met: nothing more is opened. */
class EnoughError extends Error {
  readonly problem: 'too-many' | 'too-much';

  constructor(problem: 'too-many' | 'too-much') {
    super(`There is ${problem} in it.`);
    this.problem = problem;
  }
}

function* open(bytes: Uint8Array, place: Place, isMail = false): Generator<Opened, void, void> {
  const { path, budget, depth } = place;
  budget.checkTime();
  const name = path.at(-1) ?? '';
  const found = isMail ? 'mail' : identifyFile(bytes, name);
  const holds = found === 'zip' || found === 'zip-password' || found === 'zip-damaged' || found === 'mail';
  if (!holds) yield { kind: 'file', path, shown: toShown(path), name: name.replace(/^.*\//s, ''), bytes, found };
  else if (depth > budget.limits.depth) yield refuse(path, 'too-deep');
  else if (found === 'mail') yield* openMail(bytes, place);
  else yield* openZip(bytes, place);
}

function* openZip(bytes: Uint8Array, place: Place): Generator<Opened, void, void> {
  const { path, budget } = place;
  let directory: ReturnType<typeof readDirectory>;
  try {
    // Twice as many: folders are entries, too.
    directory = readDirectory(bytes, 2 * budget.limits.files + 100);
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    yield refuse(path, error.problem);
    return;
  }
  const files = directory.entries.filter(({ isFolder, name }) => !isFolder && !byItself.test(name));
  // A whole zip under one password is one thing to tell, not one for each of its files.
  if (files.length > 0 && files.every(({ problem }) => problem === 'password')) yield refuse(path, 'password');
  else for (const entry of files) yield* openEntry(entry, place);
  if (!directory.isWhole) yield refuse(path, 'missing');
}

function* openEntry(entry: ZipEntry, { path, budget, depth }: Place): Generator<Opened, void, void> {
  const inner = [...path, toShownPath(entry.name)];
  if (!budget.takeFile()) throw new EnoughError('too-many');
  if (entry.problem) {
    yield refuse(inner, entry.problem);
    return;
  }
  if (isBomb(entry, budget.limits)) {
    yield refuse(inner, isBomb(entry, { ...budget.limits, entry: Number.POSITIVE_INFINITY }) ? 'bomb' : 'too-large');
    return;
  }
  if (!budget.takeBytes(entry.size)) throw new EnoughError('too-much');
  const content = unpack(entry, budget.checkTime);
  if (content) yield* open(content, { path: inner, budget, depth: depth + 1 });
  else yield refuse(inner, 'damaged');
}

function* openMail(bytes: Uint8Array, place: Place): Generator<Opened, void, void> {
  for (const attachment of readMail(bytes)) yield* openAttachment(attachment, place);
}

function* openAttachment(attachment: Attachment, { path, budget, depth }: Place): Generator<Opened, void, void> {
  const { name, isMail, problem, size } = attachment;
  budget.checkTime();
  const inner = [...path, toShownName(name.replaceAll('\\', '/').replace(/^.*\//s, '')) || '（名前なし）'];
  if (!budget.takeFile()) throw new EnoughError('too-many');
  if (problem) yield refuse(name === '' ? path : inner, problem);
  else if (size > budget.limits.entry * (isMail ? 5 : 1)) yield refuse(inner, 'too-large');
  else if (!budget.takeBytes(size)) throw new EnoughError('too-much');
  else yield* open(attachment.read(), { path: inner, budget, depth: depth + 1 }, isMail);
}

function refuse(path: readonly string[], problem: InnerProblem): Opened {
  return { kind: 'refused', path, shown: toShown(path), problem, message: innerMessage(problem) };
}

function toShown(path: readonly string[]): string {
  return path.join(' › ');
}
