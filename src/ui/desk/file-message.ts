import type { Return } from '../../core/desk/desk.ts';
import { findKindWords } from '../../files/file-words.ts';
import { type RefusalReason, refusals } from '../../signing/refusal-reasons.ts';

/** Japanese: why nothing in a file is believed, and what to do; '' for one that is sound. */
export function messageOf({ state, reason, found }: Return): string {
  if (state !== 'refused' && state !== 'other') return '';
  // Of what is no PDF: what it is instead.
  return findKindWords(found) ?? (isRefusal(reason) ? refusals[reason].message : '');
}

function isRefusal(reason: string): reason is RefusalReason {
  return Object.hasOwn(refusals, reason);
}
