import type { ConflictEntry } from './conflicts-schema.ts';

/** What one document says to it. */
export interface Position {
  handbook: string;
  /** Undefined: the document says nothing. */
  says: string | undefined;
  citations: { id: string; label: string; url: string }[];
  /** No document asks for more. */
  isStrictest: boolean;
}

/** A contradiction or difference between documents, with everything it rests on. */
export interface Conflict extends Omit<ConflictEntry, 'positions' | 'stricter'> {
  id: string;
  /** In order of the handbooks. */
  positions: Position[];
}

/** The kinds as readers know them. */
export const conflictKinds: Record<Conflict['kind'], string> = {
  contradiction: '矛盾',
  difference: '扱いの差',
  words: '言葉の違い',
};

/** Ids of the documents that say something, in one text: elements read it. */
export function speakingIn({ positions }: Pick<Conflict, 'positions'>): string {
  return positions
    .filter(({ says }) => says !== undefined)
    .map(({ handbook }) => handbook)
    .join(' ');
}
