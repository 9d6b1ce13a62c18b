import { unreadMessages } from '../../core/inbox/unread-messages.ts';
import { alteredMessage } from '../../core/returned-list/describe-returned-list.ts';
import type { Outcome } from './outcome.ts';

/** Japanese: why nothing in a file is believed, and what to do; undefined for one that is what kitei makes of its data. */
export function refusalOf(outcome: Exclude<Outcome, { kind: 'same' }>): string | undefined {
  if (outcome.kind === 'turned-away') return unreadMessages[outcome.why];
  if (outcome.kind === 'refused') return outcome.verification.message;
  const { match, form } = outcome.verification;
  if ('message' in match) return match.message;
  return form === 'altered' ? alteredMessage : undefined;
}
