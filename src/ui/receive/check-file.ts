import type { Verdict } from '../../verifier/verdict.ts';
import type { Admitted } from './intake.ts';
import type { Outcome } from './outcome.ts';

/** What checking a file needs; loadVerifier() gives it. */
export interface Verifier {
  /** SHA-256 of the bytes, as lower-case hexadecimal digits. */
  sha256(bytes: Uint8Array): Promise<string>;
  /** Never throws, whatever the bytes. @param name of the file */
  verify(bytes: Uint8Array, name: string): Promise<Verdict>;
}

/** Anything whose bytes can be asked for, such as a File. */
export type Readable = Pick<Blob, 'arrayBuffer'>;

/** What is needed of a chosen file to check it. */
export type Checkable = Pick<Admitted<Readable>, 'content' | 'turnedAway'>;

/** Checks one file. One that cannot be read is an outcome, not an error. */
export async function checkFile({ content, turnedAway }: Checkable, verifier: Verifier): Promise<Outcome> {
  if (turnedAway) return { kind: 'turned-away', why: turnedAway };
  const bytes = await readBytes(content);
  if (!bytes) return { kind: 'turned-away', why: 'unreadable' };
  const sha256 = await verifier.sha256(bytes);
  const verification = await verifier.verify(bytes, nameOf(content));
  return verification.state === 'sound'
    ? { kind: 'sound', verification, sha256 }
    : { kind: 'refused', verification, sha256 };
}

/** A File has one; what was only read out of another has none. */
function nameOf(content: Readable): string {
  return 'name' in content && typeof content.name === 'string' ? content.name : '';
}

async function readBytes(content: Readable): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await content.arrayBuffer());
  } catch {
    // Moved, deleted, or locked by another program: the row says what to do.
    return undefined;
  }
}
