import type { SignerMatch } from '../../core/address-book/address-book.ts';
import type { Reply } from '../../core/inbox/match-replies.ts';
import type { FileRelation } from '../../core/inbox/relate-files.ts';
import type { Outcome } from '../receive/outcome.ts';

/** One file in the list. */
export interface Entry {
  /** Id of its details on the page. */
  id: string;
  /** Its name as chosen; a stranger's text. */
  name: string;
  /** This machine's clock. */
  checkedAt: Date;
  outcome: Outcome;
}

export type SoundEntry = Entry & { outcome: Extract<Outcome, { kind: 'sound' }> };

/** How an entry stands to the other files of the list. */
export interface EntryRelation extends FileRelation {
  replies: readonly Reply[];
}

/** What is known of an entry from elsewhere than its own file. */
export interface Surroundings {
  /** What the address book says of the signer. */
  match: SignerMatch;
  /** How it stands to the other files of the list; undefined until all are checked. */
  relation: EntryRelation | undefined;
}

export function isSound(entry: Entry): entry is SoundEntry {
  return entry.outcome.kind === 'sound';
}
