import type { NamedRefused } from '../../verifier/name-file.ts';
import type { Examined } from '../../verifier/verdict.ts';
import type { TurnedAway } from './intake.ts';

/** What became of one file; `sha256` is that of its bytes, as lower-case hexadecimal digits. */
export type Outcome =
  | { kind: 'sound'; verification: Examined; sha256: string }
  | { kind: 'refused'; verification: NamedRefused; sha256: string }
  /** The same bytes as an earlier file of the list, whose name is `first`. */
  | { kind: 'same'; first: string; sha256: string }
  /** Never opened, the browser could not read it, or the check itself broke off. */
  | { kind: 'turned-away'; why: TurnedAway | 'unreadable' | 'interrupted' };
