import { foldText } from '../../../core/text/fold.ts';
import type { Status } from './answers.ts';

/** The states offered for every item; a change here changes the meaning of every answer. */
export const offeredStatuses: readonly Status[] = ['done', 'partial', 'notDone', 'notApplicable', 'unanswered'];

/** Raise it when the way of hashing changes: every answer is then asked again. */
const rule = 1;

/**
 * Hash of what an item asks: folded text and the states offered. Guidance does not count.
 * @param sha256 bytes in, 32 bytes out
 * @returns 16 hexadecimal digits
 */
export function meaningOf(item: { text: string }, sha256: (bytes: Uint8Array) => Uint8Array): string {
  const asked = JSON.stringify([rule, foldText(item.text), offeredStatuses]);
  const digest = sha256(new TextEncoder().encode(asked));
  return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
