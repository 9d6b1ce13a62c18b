import { type Likeness, toLetters } from './likeness.ts';
import type { Piece } from './pieces.ts';

/** Share of rare letter pairs that official words have in common with the text that restates them: 0.36 and more where they are its own, 0.35 and less between two documents. */
const leastLikeness = 0.25;
/** So much is needed where only the words speak for a pair, and not the order. */
const alone = 0.5;
/** How far away the sure pairs may stand that hold a weak one in place. */
const reach = 3;

interface Sought {
  isHeading: boolean;
  words: string;
}

/**
 * Takes back pairs that only the order of both texts speaks for: a short or blank place is kept between sure ones. What
 * is then left over on both sides is paired where the words are plainly the same, wherever it was moved to.
 * @param likeness to the words of each unit
 */
export function keepSure(
  pieces: readonly Piece[],
  ofUnit: readonly number[][],
  units: readonly Sought[],
  likeness: Likeness,
): number[][] {
  const textOf = (own: readonly number[]) => own.map((index) => pieces[index]?.text ?? '').join('');
  const isSure = units.map(({ isHeading, words }, unit) => {
    const own = ofUnit[unit] ?? [];
    if (own.length === 0 || words === '') return false;
    if (isHeading && toLetters(textOf(own)) === toLetters(words)) return true;
    return (likeness.of(textOf(own))[unit] ?? 0) >= leastLikeness;
  });
  const hasSure = (from: number, to: number) => isSure.slice(Math.max(0, from), Math.max(0, to)).includes(true);
  const kept = ofUnit.map((own, unit) => {
    const isHeld = hasSure(unit - reach, unit) && hasSure(unit + 1, unit + 1 + reach);
    const isEdge =
      (unit < reach && hasSure(unit + 1, unit + 1 + reach)) ||
      (unit >= units.length - reach && hasSure(unit - reach, unit));
    return isSure[unit] || isHeld || isEdge ? own : [];
  });
  return withMoved(pieces, kept, units, likeness);
}

function withMoved(
  pieces: readonly Piece[],
  kept: readonly number[][],
  units: readonly Sought[],
  likeness: Likeness,
): number[][] {
  const taken = new Set(kept.flat());
  const places = new Map<number, number[]>();
  for (const [index, { place, isHeading }] of pieces.entries()) {
    if (!taken.has(index) && !isHeading) places.set(place, [...(places.get(place) ?? []), index]);
  }
  const result = kept.map((own) => [...own]);
  for (const own of places.values()) {
    const alike = likeness.of(own.map((index) => pieces[index]?.text ?? '').join(''));
    const best = units.reduce((best, _, unit) => ((alike[unit] ?? 0) > (alike[best] ?? 0) ? unit : best), 0);
    const isFree = result[best]?.length === 0 && units[best]?.isHeading === false;
    if (isFree && (alike[best] ?? 0) >= alone) result[best] = own;
  }
  return result;
}
