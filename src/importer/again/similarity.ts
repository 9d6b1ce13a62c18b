/** Pairs of neighbouring letters of a text, each with how often it stands there. */
export type Pairs = ReadonlyMap<string, number>;

/** How much of a long text is looked at: enough to know it by. */
const most = 2000;

/** @param text of any length; white space does not count */
export function toPairs(text: string): Pairs {
  const letters = text.replace(/\s/gu, '').slice(0, most);
  const pairs = new Map<string, number>();
  // One letter is a pair with nothing, so that short words are like themselves.
  for (let at = 0; at < Math.max(1, letters.length - 1); at += 1) {
    const pair = letters.slice(at, at + 2);
    if (pair !== '') pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** How alike two texts are, from 0 to 1: twice the pairs they share, by all pairs they have. */
export function similarity(one: Pairs, other: Pairs): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const [pair, count] of small) shared += Math.min(count, large.get(pair) ?? 0);
  const all = total(one) + total(other);
  return all === 0 ? 0 : (2 * shared) / all;
}

function total(pairs: Pairs): number {
  let sum = 0;
  for (const count of pairs.values()) sum += count;
  return sum;
}
