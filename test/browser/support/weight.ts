import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { fileOf } from './page-facts.ts';
import { siteFolder } from './site-folder.ts';

/** How hard Brotli tries. `rough` is some hundredths more than `best`, and made in a twentieth of the time. */
export type Effort = 'best' | 'rough';
const qualities: Readonly<Record<Effort, number>> = { best: constants.BROTLI_MAX_QUALITY, rough: 9 };

const sizes = new Map<string, Promise<number>>();

/** Bytes of a file of the site as a server sends it: after Brotli, or as it is where that is smaller. */
export function weightOf(path: string, effort: Effort = 'best'): Promise<number> {
  const key = `${effort} ${path}`;
  const known = sizes.get(key);
  if (known) return known;
  const size = readFile(join(siteFolder, fileOf(path))).then((bytes) =>
    Math.min(bytes.length, brotliBytes(bytes, effort)),
  );
  sizes.set(key, size);
  return size;
}

/** Bytes of a text or file after Brotli. */
export function brotliBytes(content: Uint8Array | string, effort: Effort = 'best'): number {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = { [BROTLI_PARAM_QUALITY]: qualities[effort], [BROTLI_PARAM_SIZE_HINT]: content.length };
  return brotliCompressSync(content, { params }).length;
}

/** Weight of several paths together, each once. */
export async function weightOfAll(paths: Iterable<string>, effort: Effort = 'best'): Promise<number> {
  const weights = await Promise.all([...new Set(paths)].map((path) => weightOf(path, effort)));
  return weights.reduce((sum, weight) => sum + weight, 0);
}
