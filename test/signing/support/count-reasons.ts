import { type Verification, verifyPdf } from '../../../src/signing/verify-pdf.ts';
import { nodeCrypto } from './signed-file.ts';

/** Verifies each file; says how many were refused for which reason, and how long it took. */
export async function countReasons(name: string, files: Iterable<Uint8Array>): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const begin = performance.now();
  let count = 0;
  for (const bytes of files) {
    const result: Verification = await verifyPdf(bytes, nodeCrypto);
    const reason = result.state === 'refused' ? result.reason : 'sound';
    counts[reason] = (counts[reason] ?? 0) + 1;
    count++;
  }
  console.log(`${name}: ${count} files in ${((performance.now() - begin) / 1000).toFixed(1)} s`, counts);
  return counts;
}
