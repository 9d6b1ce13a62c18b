import { sha256 } from '@noble/hashes/sha2.js';
import { findStanding, identifyAsked, type KnownDefinition } from '../record/identity.ts';
import type { KiteiFile } from '../record/kitei-file.ts';
import { recordVersions } from '../record/versions.ts';
import { findUnverifiedFile } from '../signing/find-unverified-file.ts';

/** A file that nobody signed, and how what it asks stands to what the site asks. */
export interface UnsignedFile {
  file: KiteiFile;
  form: ReturnType<typeof findStanding> | 'not-compared';
}

/**
 * What an unsigned file of this site says; nobody vouches for it.
 * @param definitions of the tools on the site; undefined when they are not at hand
 * @returns undefined for a file that holds no data of ours
 */
export async function readUnsigned(
  bytes: Uint8Array,
  definitions: readonly KnownDefinition[] | undefined,
): Promise<UnsignedFile | undefined> {
  const file = await findUnverifiedFile(bytes);
  if (!file) return undefined;
  const version = recordVersions.find(({ format }) => format === file.format);
  if (!version || !definitions) return { file, form: 'not-compared' };
  return { file, form: findStanding(identifyAsked(version.tools[file.answers.kind], file.asked, sha256), definitions) };
}
