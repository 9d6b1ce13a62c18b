import type { Verification } from '../../signing/verification.ts';
import type { Outcome } from './entry.ts';
import type { Admitted } from './intake.ts';

/** What checking a file needs; loadVerifier() gives it. */
export interface Verifier {
  /** SHA-256 of the bytes, as lower-case hexadecimal digits. */
  sha256(bytes: Uint8Array): Promise<string>;
  /** Never throws, whatever the bytes. */
  verify(bytes: Uint8Array): Promise<Verification>;
}

/** Anything whose bytes can be asked for, such as a File. */
export type Readable = Pick<Blob, 'arrayBuffer'>;

/**
 * Checks one file of the list. A file that cannot be read is an outcome, not an error.
 * @param seen name of the file by SHA-256, of all files checked so far; this one is added
 */
export async function checkFile(
  { name, content, turnedAway }: Admitted<Readable>,
  verifier: Verifier,
  seen: Map<string, string>,
): Promise<Outcome> {
  if (turnedAway) return { kind: 'turned-away', why: turnedAway };
  const bytes = await readBytes(content);
  if (!bytes) return { kind: 'turned-away', why: 'unreadable' };
  const sha256 = await verifier.sha256(bytes);
  const first = seen.get(sha256);
  if (first !== undefined) return { kind: 'same', first };
  seen.set(sha256, name);
  const verification = await verifier.verify(bytes);
  return verification.state === 'sound' ? { kind: 'sound', verification, sha256 } : { kind: 'refused', verification };
}

async function readBytes(content: Readable): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await content.arrayBuffer());
  } catch {
    // Moved, deleted, or locked by another program: the row says what to do.
    return undefined;
  }
}
