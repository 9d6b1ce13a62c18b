import { sha256 } from '@noble/hashes/sha2.js';
import type { Unsigned } from '../core/desk/to-finding.ts';
import { findStanding, identifyAsked, type KnownDefinition } from '../record/identity.ts';
import { recordVersions } from '../record/versions.ts';
import { findUnverifiedFile } from '../signing/find-unverified-file.ts';

/**
 * What an unsigned file of this site says; nobody vouches for it.
 * @param definitions of the tools on the site; undefined when they are not at hand
 * @returns undefined for a file that holds no data of ours
 */
export async function readUnsigned(
  bytes: Uint8Array,
  definitions: readonly KnownDefinition[] | undefined,
): Promise<Unsigned | undefined> {
  const file = await findUnverifiedFile(bytes);
  if (!file) return undefined;
  const version = recordVersions.find(({ format }) => format === file.format);
  if (!version || !definitions) return { file, form: 'not-compared' };
  return { file, form: findStanding(identifyAsked(version.tools[file.answers.kind], file.asked, sha256), definitions) };
}
