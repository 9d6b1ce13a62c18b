import type { LoadedIndex } from './loaded-index.ts';
import type { Question } from './question.ts';
import type { Ranked } from './rank.ts';

/** What a place of another document counts where the question names a client. */
const otherDocument = 0.05;
/** What the question of a check list counts against a provision. */
const questionShare = 0.6;
/** What a place of the site's own document counts where no client is named: of two that answer alike, it is what holds here. */
const ownDocument = 1.05;

/** A record with what its document counts. */
export interface Weighed extends Ranked {
  factor: number;
}

/**
 * The document of a client that the question names leads, else the site's own, which is the first; what a check list asks stands
 * behind the rule that it asks about.
 */
export function leadNamed(ranked: readonly Ranked[], { named }: Question, { file, pages }: LoadedIndex): Weighed[] {
  const [own] = Object.keys(file.handbooks);
  const factorOf = (record: number) => {
    const { type, handbook = '' } = pages[record] ?? {};
    const share = type === 'checklist' ? questionShare : 1;
    if (named.length > 0) return share * (named.includes(handbook) ? 1 : otherDocument);
    return share * (handbook === own ? ownDocument : 1);
  };
  const weighed = ranked.map((one) => {
    const factor = factorOf(one.record);
    return { ...one, factor, score: one.score * factor };
  });
  return weighed.sort((a, b) => b.score - a.score || a.record - b.record);
}
