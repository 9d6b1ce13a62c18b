import type { ConflictEntry } from './conflicts-schema.ts';
import { judge, type Side } from './judge-conflict.ts';

/** A provision that a position rests on. */
export interface PositionCitation {
  id: string;
  label: string;
  url: string;
  /** Its condition or time, so that no short sentence drops it. */
  when: string | undefined;
}

/** What one document says to it. */
export interface Position extends Side {
  /** Undefined: the document says nothing. */
  says: string | undefined;
  citations: PositionCitation[];
}

/** What follows for whoever chose all of these documents; of none, it always holds. */
export interface Reason {
  documents: string[];
  text: string;
}

/** A contradiction or difference between documents, with everything it rests on. */
export interface Conflict extends Pick<ConflictEntry, 'title' | 'topics' | 'certainty' | 'date'> {
  id: string;
  /** Only the words differ. */
  isWords: boolean;
  /** In order of the handbooks. */
  positions: Position[];
  reasons: Reason[];
}

export type ConflictKind = 'contradiction' | 'difference' | 'words';

/** The kinds as readers know them. */
export const conflictKinds: Record<ConflictKind, string> = {
  contradiction: '矛盾',
  difference: '扱いの差',
  words: '言葉の違い',
};

/** What it is between all documents. */
export function kindOf({ isWords, positions }: Pick<Conflict, 'isWords' | 'positions'>): ConflictKind {
  return judge({ isWords, sides: sidesOf({ positions }) }, () => true).kind;
}

/** Those that say something, as far as a judgement needs them. */
export function sidesOf({ positions }: Pick<Conflict, 'positions'>): Side[] {
  return positions
    .filter(({ says }) => says !== undefined)
    .map(({ handbook, stance, rank }) => ({
      handbook,
      ...(stance !== undefined && { stance }),
      ...(rank !== undefined && { rank }),
    }));
}
