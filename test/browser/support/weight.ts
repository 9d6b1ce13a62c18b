import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { fileOf } from './page-facts.ts';
import { siteFolder } from './site-folder.ts';

const sizes = new Map<string, Promise<number>>();

/** Bytes of a file of the site as a server sends it: Brotli at its best, or as it is where that is smaller. */
export function weightOf(path: string): Promise<number> {
  const known = sizes.get(path);
  if (known) return known;
  const size = readFile(join(siteFolder, fileOf(path))).then((bytes) => Math.min(bytes.length, brotliBytes(bytes)));
  sizes.set(path, size);
  return size;
}

/** Bytes of a text or file after Brotli at its best. */
export function brotliBytes(content: Uint8Array | string): number {
  const { BROTLI_PARAM_QUALITY, BROTLI_MAX_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = { [BROTLI_PARAM_QUALITY]: BROTLI_MAX_QUALITY, [BROTLI_PARAM_SIZE_HINT]: content.length };
  return brotliCompressSync(content, { params }).length;
}

/** Weight of several paths together, each once. */
export async function weightOfAll(paths: Iterable<string>): Promise<number> {
  const weights = await Promise.all([...new Set(paths)].map(weightOf));
  return weights.reduce((sum, weight) => sum + weight, 0);
}
