import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** By path: SHA-256 of what an import left there, or `changed` where it holds what people had put in before. */
export type Written = Readonly<Record<string, string>>;

/**
 * What an import leaves in its files, for whoever wants to know later whether people have changed them.
 * @param before texts before the import; @param textOf texts after it; @param last what the last import noted
 */
export function noteWritten(
  paths: readonly string[],
  before: ReadonlyMap<string, string>,
  textOf: (path: string) => string | undefined,
  last: Written | undefined,
): Written {
  const entries = paths.flatMap((path): [string, string][] => {
    const [old, now] = [before.get(path), textOf(path)];
    if (now === undefined) return [];
    const isOurs = old === undefined || isUntouched(path, old, last);
    // What was not touched now is noted as it was: the same document again leaves the same record.
    if (old === now) return [[path, last?.[path] ?? 'changed']];
    return [[path, isOurs ? hashOf(now) : 'changed']];
  });
  return Object.fromEntries(entries);
}

/** Whether a file is as an import left it. */
export function isUntouched(path: string, text: string, written: Written | undefined): boolean {
  return written?.[path] === hashOf(text);
}

/** Line ends are no change: some programs write others when they only copy. */
function hashOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text.replaceAll('\r\n', '\n'))));
}
