import { foldText } from '../../../core/text/fold.ts';
import type { Status } from './answers.ts';
import type { AnswerAsked } from './asked.ts';

/** The states offered where an item asks for one; a change here changes the meaning of every answer. */
export const offeredStatuses: readonly Status[] = ['done', 'partial', 'notDone', 'notApplicable', 'unanswered'];

/** Raise it when the way of hashing changes: every answer is then asked again. */
const rule = 1;

type Sha256 = (bytes: Uint8Array) => Uint8Array;

/**
 * Hash of what an item asks: folded text and the answers offered, in whatever order. Guidance does not count.
 * @param sha256 bytes in, 32 bytes out
 * @returns 16 hexadecimal digits
 */
export function meaningOf(item: { text: string; answer?: AnswerAsked | undefined }, sha256: Sha256): string {
  const offered = item.answer ? toOffered(item.answer) : offeredStatuses;
  return hash([rule, foldText(item.text), offered], sha256);
}

/**
 * Hash of the clauses that an item rests on and that stand in their own wording; their order and numbers do not count.
 * @param texts of these clauses
 * @returns 16 hexadecimal digits, or undefined where there are none
 */
export function clausesOf(texts: readonly string[], sha256: Sha256): string | undefined {
  if (texts.length === 0) return undefined;
  return hash([rule, [...new Set(texts.map(foldText))].sort()], sha256);
}

function toOffered(asked: AnswerAsked): readonly string[] {
  if ('options' in asked) return [asked.kind, ...asked.options.map(foldText).sort()];
  return asked.kind === 'number' ? [asked.kind, foldText(asked.unit ?? '')] : [asked.kind];
}

function hash(value: unknown, sha256: Sha256): string {
  const digest = sha256(new TextEncoder().encode(JSON.stringify(value)));
  return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
