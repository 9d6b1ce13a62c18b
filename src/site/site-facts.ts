import { sha256 } from '@noble/hashes/sha2.js';
import { loadLibrary } from '../compiler/library.ts';
import { identifyDefinition } from '../record/identity.ts';
import type { SiteFacts } from '../record/site-facts.ts';

/** What a verifier must know of this site. @param generator name and version of the maker of PDFs */
export async function loadSiteFacts(generator: string): Promise<SiteFacts> {
  const { checklists, decisions } = await loadLibrary();
  const tools = [...checklists, ...decisions.map(({ definition }) => definition)];
  return { generator, definitions: tools.map((definition) => identifyDefinition(definition, sha256)) };
}
