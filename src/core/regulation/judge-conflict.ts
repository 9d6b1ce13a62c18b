/** A document that says something, as far as a judgement needs it. */
export interface Side {
  handbook: string;
  stance?: 'forbids' | 'allows' | undefined;
  rank?: number | undefined;
}

/** What documents are to one another. */
export interface Judged {
  isWords: boolean;
  sides: readonly Side[];
}

export interface Judgement {
  /** Two or more of the chosen documents say something. */
  isShown: boolean;
  kind: 'contradiction' | 'difference' | 'words';
  /** The chosen documents that ask for most; none where they ask for the same, or cannot be put in order. */
  strictest: string[];
}

/** What a contradiction or difference is between the chosen documents: nobody else has a say in it. */
export function judge({ isWords, sides }: Judged, isChosen: (handbook: string) => boolean): Judgement {
  const chosen = sides.filter(({ handbook }) => isChosen(handbook));
  const has = (stance: Side['stance']) => chosen.some((side) => side.stance === stance);
  return {
    isShown: chosen.length > 1,
    kind: isWords ? 'words' : has('forbids') && has('allows') ? 'contradiction' : 'difference',
    strictest: findStrictest(chosen),
  };
}

function findStrictest(sides: readonly Side[]): string[] {
  const ranks = sides.flatMap(({ rank }) => rank ?? []);
  const most = Math.max(...ranks);
  if (ranks.length < 2 || ranks.every((rank) => rank === most)) return [];
  return sides.filter(({ rank }) => rank === most).map(({ handbook }) => handbook);
}
