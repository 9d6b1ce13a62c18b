import { sha256 } from '@noble/hashes/sha2.js';
import { loadLibrary } from '../compiler/library.ts';
import { identifyAsked } from '../record/identity.ts';
import type { SiteFacts } from '../record/site-facts.ts';
import { currentVersion } from '../record/versions.ts';

/** What a verifier must know of this site. @param generator name and version of the maker of PDFs */
export async function loadSiteFacts(generator: string): Promise<SiteFacts> {
  const { tools } = await loadLibrary();
  const definitions = tools.map(({ kind, asked }) => identifyAsked(currentVersion.tools[kind], asked, sha256));
  return { generator, definitions };
}
