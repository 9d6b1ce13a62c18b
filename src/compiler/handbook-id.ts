import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const pages = join(import.meta.dirname, '../pages');

/** Small letters and digits: it begins every citation. */
export function isHandbookId(id: string): boolean {
  return /^[a-z][a-z0-9]*$/.test(id);
}

/** First parts of the addresses that the site has besides the handbooks: no handbook can have one. */
export async function siteAddresses(): Promise<string[]> {
  const names = (await readdir(pages)).map((name) => name.replace(/\.\w+$/, ''));
  // The engine of the search puts its index there.
  return [...names, 'pagefind'];
}
