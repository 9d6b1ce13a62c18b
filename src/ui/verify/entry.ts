import type { SignerMatch } from '../../core/address-book/address-book.ts';
import type { FileRelation } from '../../core/inbox/relate-files.ts';
import type { Refused } from '../../signing/verification.ts';
import type { Examined } from '../../verifier/verdict.ts';
import type { TurnedAway } from '../receive/intake.ts';

/** What became of one file; `sha256` is that of its bytes, as lower-case hexadecimal digits. */
export type Outcome =
  | { kind: 'sound'; verification: Examined; sha256: string }
  | { kind: 'refused'; verification: Refused; sha256: string }
  /** The same bytes as an earlier file of the list, whose name is `first`. */
  | { kind: 'same'; first: string; sha256: string }
  /** Never opened, the browser could not read it, or the check itself broke off. */
  | { kind: 'turned-away'; why: TurnedAway | 'unreadable' | 'interrupted' };

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

/** What is known of an entry from elsewhere than its own file. */
export interface Surroundings {
  /** What the address book says of the signer. */
  match: SignerMatch;
  /** How it stands to the other files of the list; undefined until all are checked. */
  relation: FileRelation | undefined;
}

export function isSound(entry: Entry): entry is SoundEntry {
  return entry.outcome.kind === 'sound';
}
