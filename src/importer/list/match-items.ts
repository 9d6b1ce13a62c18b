import { foldText } from '../../core/text/fold.ts';

/** What is compared of a question. */
export interface Comparable {
  number: number | string;
  text: string;
}

/**
 * Which earlier question each one is: the same words, else the same number with words that are alike, else words that are
 * much alike. @returns for each of `now` its place in `before`, or undefined for a new one
 */
export function matchItems(now: readonly Comparable[], before: readonly Comparable[]): (number | undefined)[] {
  const found: (number | undefined)[] = now.map(() => undefined);
  const free = new Set(before.keys());
  const take = (place: number, old: number | undefined) => {
    if (old === undefined) return;
    found[place] = old;
    free.delete(old);
  };
  const keys = before.map(({ text }) => foldText(text));
  for (const sameNumber of [true, false]) {
    for (const [place, { number, text }] of now.entries()) {
      if (found[place] !== undefined) continue;
      const isSame = (old: number) =>
        keys[old] === foldText(text) && (!sameNumber || String(before[old]?.number) === String(number));
      take(place, [...free].find(isSame));
    }
  }
  const pairs = new Map(before.map((one, old) => [old, toPairs(one.text)]));
  const open = () =>
    now.flatMap((one, place) => (found[place] === undefined ? [{ place, one, own: toPairs(one.text) }] : []));
  for (const { place, one, own } of open()) {
    take(
      place,
      [...free].find(
        (old) => String(before[old]?.number) === String(one.number) && likeness(own, pairs.get(old)) >= 0.4,
      ),
    );
  }
  const rest = open().flatMap(({ place, own }) =>
    [...free].map((old) => ({ place, old, like: likeness(own, pairs.get(old)) })),
  );
  for (const { place, old, like } of rest.sort((a, b) => b.like - a.like || a.place - b.place || a.old - b.old)) {
    if (like >= 0.65 && found[place] === undefined && free.has(old)) take(place, old);
  }
  return found;
}

/** Pairs of letters that follow one another. */
function toPairs(text: string): Set<string> {
  const folded = foldText(text);
  return new Set(Array.from({ length: Math.max(0, folded.length - 1) }, (_, at) => folded.slice(at, at + 2)));
}

/** Dice's coefficient: 1 for the same pairs, 0 for none in common. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string> = new Set()): number {
  if (a.size + b.size === 0) return 0;
  let common = 0;
  for (const pair of a) if (b.has(pair)) common++;
  return (2 * common) / (a.size + b.size);
}
