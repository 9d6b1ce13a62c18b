import type { Status } from './answers.ts';

/** The states offered for every item; a change here changes the meaning of every answer. */
export const offeredStatuses: readonly Status[] = ['done', 'partial', 'notDone', 'notApplicable', 'unanswered'];

/**
 * Hash of what an item asks: folded text and the states offered. Guidance does not count.
 * @param sha256 bytes in, 32 bytes out
 * @returns 16 hexadecimal digits
 */
export function meaningOf(item: { text: string }, sha256: (bytes: Uint8Array) => Uint8Array): string {
  const folded = item.text.normalize('NFKC').replace(/\s+/g, '');
  const digest = sha256(new TextEncoder().encode(JSON.stringify([folded, offeredStatuses])));
  return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
