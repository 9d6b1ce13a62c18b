import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Engine } from '../../search/engine.ts';

/**
 * Opens the search of a built site for Node.
 * @param site path of the folder that has `pagefind/` and `search-index/`; nothing is read of it before a question is asked
 */
export function openSite(site: string): Engine {
  return new Engine({
    loadJson: async (name) => JSON.parse(await readFile(join(site, 'search-index', name), 'utf8')),
    loadBytes: async (name) => Uint8Array.from(await readFile(join(site, 'pagefind', name))),
  });
}
