import { zipSync } from 'fflate';

/**
 * Packs the parts of a workbook on the page. Stands in the place of what write-excel-file does for a large sheet: a worker
 * made of a text, which the policy of the site forbids, so that no file ever comes (see site/worker-aliases.ts).
 */
export default async function zipAtOnce(files: Record<string, Uint8Array>): Promise<ArrayBufferLike> {
  return zipSync(files).buffer;
}
