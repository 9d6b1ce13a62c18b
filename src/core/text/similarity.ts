/** Pairs of neighbouring letters of a text, each with how often it stands there, and how many there are in all. */
export interface Pairs {
  counts: ReadonlyMap<string, number>;
  total: number;
}

/** How much of a long text is looked at: enough to know it by. */
const most = 2000;

/** @param text of any length; white space does not count */
export function toPairs(text: string): Pairs {
  const letters = text.replace(/\s/gu, '').slice(0, most);
  const counts = new Map<string, number>();
  // One letter is a pair with nothing, so that short words are like themselves.
  const total = letters === '' ? 0 : Math.max(1, letters.length - 1);
  for (let at = 0; at < total; at += 1) {
    const pair = letters.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return { counts, total };
}

/** How alike two texts are, from 0 to 1: twice the pairs they share, by all pairs they have. */
export function similarity(one: Pairs, other: Pairs): number {
  const [small, large] = one.counts.size <= other.counts.size ? [one, other] : [other, one];
  let shared = 0;
  for (const [pair, count] of small.counts) shared += Math.min(count, large.counts.get(pair) ?? 0);
  const all = one.total + other.total;
  return all === 0 ? 0 : (2 * shared) / all;
}

/** No more alike than this can two texts be that are so long. */
export function mostSimilar(one: Pairs, other: Pairs): number {
  const all = one.total + other.total;
  return all === 0 ? 0 : (2 * Math.min(one.total, other.total)) / all;
}
