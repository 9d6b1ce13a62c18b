import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const pages = join(import.meta.dirname, '../pages');

/** Small letters and digits: it begins every citation. */
export function isHandbookId(id: string): boolean {
  return /^[a-z][a-z0-9]*$/.test(id);
}

/** First parts of the addresses that pages of the site have: no handbook can have one. */
export async function siteAddresses(): Promise<string[]> {
  return (await readdir(pages)).map((name) => name.replace(/\.\w+$/, ''));
}
