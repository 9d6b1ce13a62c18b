import { mostSimilar, type Pairs, similarity, toPairs } from '../../core/text/similarity.ts';
import { longestRun } from './longest-run.ts';

/** A place as far as one edition is held against another. */
export interface AlignedPlace {
  label: string;
  words: string;
  isHeading: boolean;
}

/** At least so alike are words that stand under the same label. */
const alikeAtLabel = 0.3;
/** At least so alike are words under different labels. */
const alike = 0.6;
/** So alike under the same label that nothing else is looked at. */
const certain = 0.8;
/** How many places of a gap are held against one: what is further away is not looked for there. */
const reach = 40;

/**
 * Finds each place of the new edition in the old one: the same words first, wherever they stand; then, between those,
 * the same label with similar words, then the most similar ones, in order.
 * @returns index in the new edition → index in the old one
 */
export function align(old: readonly AlignedPlace[], now: readonly AlignedPlace[]): Map<number, number> {
  const found = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (to: number, from: number) => {
    found.set(to, from);
    taken.add(from);
  };
  const keyWithLabel = (place: AlignedPlace | undefined) => place && `${keyOf(place)}\0${place.label}`;
  // Most of a document stays: what stands before the first change and behind the last is as it was.
  const shorter = Math.min(old.length, now.length);
  let before = 0;
  while (before < shorter && keyWithLabel(old[before]) === keyWithLabel(now[before])) {
    pair(before, before);
    before += 1;
  }
  for (let back = 1; back <= shorter - before; back += 1) {
    if (keyWithLabel(old.at(-back)) !== keyWithLabel(now.at(-back))) break;
    pair(now.length - back, old.length - back);
  }
  pairSame(old, now, (place) => `${keyWithLabel(place)}`, pair, { found, taken });
  pairSame(old, now, keyOf, pair, { found, taken });
  const pairsOf = remember((place: AlignedPlace) => toPairs(place.words));
  for (const gap of gapsOf(found, old.length, now.length)) {
    const olds = range(gap.old).filter((index) => !taken.has(index));
    const news = range(gap.now).filter((index) => !found.has(index));
    pairLikeInGap({ old, now, olds, news, pairsOf }, pair);
  }
  pairSameInOrder(old, now, pair, { found, taken });
  return found;
}

interface Known {
  found: ReadonlyMap<number, number>;
  taken: ReadonlySet<number>;
}

type Pair = (to: number, from: number) => void;

function keyOf({ isHeading, words }: AlignedPlace): string {
  return `${isHeading}\0${words.replace(/\s/gu, '')}`;
}

/** Pairs what has a key that stands once in each edition. */
function pairSame(
  old: readonly AlignedPlace[],
  now: readonly AlignedPlace[],
  key: (place: AlignedPlace) => string,
  pair: Pair,
  { found, taken }: Known,
): void {
  const indexes = (places: readonly AlignedPlace[], isTaken: (index: number) => boolean) => {
    const byKey = new Map<string, number[]>();
    for (const [index, place] of places.entries()) {
      if (place.words === '' || isTaken(index)) continue;
      const list = byKey.get(key(place));
      if (list) list.push(index);
      else byKey.set(key(place), [index]);
    }
    return byKey;
  };
  const olds = indexes(old, (index) => taken.has(index));
  for (const [same, news] of indexes(now, (index) => found.has(index))) {
    const [from, ...moreOld] = olds.get(same) ?? [];
    const [to, ...moreNew] = news;
    if (from !== undefined && to !== undefined && moreOld.length === 0 && moreNew.length === 0) pair(to, from);
  }
}

/** What is left of the same words, e.g. several that read 「その他」, in order. */
function pairSameInOrder(
  old: readonly AlignedPlace[],
  now: readonly AlignedPlace[],
  pair: Pair,
  { found, taken }: Known,
): void {
  const left = new Map<string, number[]>();
  for (const [index, place] of old.entries()) {
    if (taken.has(index) || place.words === '') continue;
    const list = left.get(keyOf(place));
    if (list) list.push(index);
    else left.set(keyOf(place), [index]);
  }
  for (const list of left.values()) list.reverse();
  for (const [to, place] of now.entries()) {
    if (found.has(to)) continue;
    const from = left.get(keyOf(place))?.pop();
    if (from !== undefined) pair(to, from);
  }
}

interface Gap {
  /** From the first to before the last. */
  old: [number, number];
  now: [number, number];
}

/** The stretches between places that were found and kept their order. */
function gapsOf(found: ReadonlyMap<number, number>, olds: number, news: number): Gap[] {
  const inOrder = [...found].sort(([a], [b]) => a - b);
  const kept = new Set(longestRun(inOrder.map(([, from]) => from)));
  const run = inOrder.filter((_, index) => kept.has(index));
  const ends: (readonly [number, number])[] = [[-1, -1], ...run, [news, olds]];
  return ends.slice(1).map(([to, from], index) => {
    const [before, beforeOld] = ends[index] ?? [-1, -1];
    return { old: [beforeOld + 1, from], now: [before + 1, to] };
  });
}

interface GapPlaces {
  old: readonly AlignedPlace[];
  now: readonly AlignedPlace[];
  olds: readonly number[];
  news: readonly number[];
  pairsOf(place: AlignedPlace): Pairs;
}

function pairLikeInGap({ old, now, olds, news, pairsOf }: GapPlaces, pair: Pair): void {
  const byLabel = new Map<string, number[]>();
  for (const [at, index] of olds.entries()) {
    const label = old[index]?.label ?? '';
    const list = byLabel.get(label);
    if (list) list.push(at);
    else byLabel.set(label, [at]);
  }
  const candidates: { to: number; from: number; score: number }[] = [];
  for (const [to, index] of news.entries()) {
    const place = now[index];
    if (!place) continue;
    const score = (from: number, least: number) => {
      const other = old[olds[from] ?? -1];
      if (!other || other.isHeading !== place.isHeading) return 0;
      const [own, its] = [pairsOf(place), pairsOf(other)];
      return mostSimilar(own, its) < least ? 0 : similarity(own, its);
    };
    const sameLabel = new Set(byLabel.get(place.label)?.slice(0, reach));
    let best = 0;
    for (const from of sameLabel) {
      const found = score(from, alikeAtLabel);
      best = Math.max(best, found);
      if (found >= alikeAtLabel) candidates.push({ to, from, score: found + 1 });
    }
    if (best >= certain) continue;
    // Where the same stretch of both is of another length, what belongs together stands at the same share of it.
    const middle = Math.round((to * olds.length) / Math.max(1, news.length));
    for (const from of range([Math.max(0, middle - reach), Math.min(olds.length, middle + reach)])) {
      const found = sameLabel.has(from) ? 0 : score(from, alike);
      if (found >= alike) candidates.push({ to, from, score: found });
    }
  }
  candidates.sort((a, b) => b.score - a.score || a.to - b.to || a.from - b.from);
  const chosen: { to: number; from: number }[] = [];
  for (const { to, from } of candidates) {
    if (!fits(chosen, to, from)) continue;
    const [index, other] = [news[to], olds[from]];
    if (index !== undefined && other !== undefined) pair(index, other);
  }
}

/** Whether a pair crosses none of those that were chosen, which it is put among, in order. */
function fits(chosen: { to: number; from: number }[], to: number, from: number): boolean {
  let low = 0;
  let high = chosen.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chosen[middle]?.to ?? 0) < to) low = middle + 1;
    else high = middle;
  }
  const before = chosen[low - 1];
  const after = chosen[low];
  if ((before && before.from >= from) || (after && (after.to === to || after.from <= from))) return false;
  chosen.splice(low, 0, { to, from });
  return true;
}

function range([from, end]: readonly [number, number]): number[] {
  return Array.from({ length: Math.max(0, end - from) }, (_, index) => from + index);
}

function remember<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
