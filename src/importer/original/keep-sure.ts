import { type Likeness, toLetters } from './likeness.ts';
import type { Piece } from './pieces.ts';

/** Share of rare letter pairs that official words have in common with the text that restates them: 0.36 and more where they are its own, 0.35 and less between two documents. */
const leastLikeness = 0.25;
/** So much is enough where the numbers of the place are the unit's. */
const leastWhereNumbered = 0.15;
/** So much is enough between two sure pairs. */
const leastBetween = 0.12;
/** So much is needed where only the words speak for a pair, and not the order. */
const alone = 0.4;
/** Letters of a place that may be too short to be told by its words: 令和　年　月　日. */
const mostShort = 12;

/** Pieces by unit, and whether all numbers of the label are those of their place. */
interface Pairs {
  pieces: readonly Piece[];
  ofUnit: readonly number[][];
  units: readonly Sought[];
  fits: readonly boolean[];
}

interface Sought {
  label: string;
  isHeading: boolean;
  words: string;
}

/**
 * Takes back pairs that only the order of both texts speaks for; a short or blank place is kept between two sure ones. What
 * is then left over on both sides is paired where the words are plainly the same, wherever it was moved to.
 * @param likeness to the words of each unit
 */
export function keepSure({ pieces, ofUnit, units, fits }: Pairs, likeness: Likeness): number[][] {
  const textOf = (own: readonly number[]) => own.map((index) => pieces[index]?.text ?? '').join('');
  const alike = ofUnit.map((own, unit) => (own.length === 0 ? 0 : (likeness.of(textOf(own))[unit] ?? 0)));
  const isSure = units.map(({ isHeading, words }, unit) => {
    const own = ofUnit[unit] ?? [];
    if (own.length === 0 || words === '') return false;
    const isSame = isHeading && toLetters(textOf(own)) === toLetters(words);
    return isSame || (alike[unit] ?? 0) >= (fits[unit] ? leastWhereNumbered : leastLikeness);
  });
  const kept = ofUnit.map((own, unit) => {
    if (isSure[unit]) return own;
    const letters = toLetters(textOf(own));
    const { words = '', label = '' } = units[unit] ?? {};
    const isHeld = (isSure[unit - 1] ?? true) && (isSure[unit + 1] ?? true);
    const mayBe = letters.length <= mostShort || (alike[unit] ?? 0) >= leastBetween;
    return isHeld && mayBe && hasNumbersOf(letters, `${words}${label}`) ? own : [];
  });
  return withMoved(pieces, kept, units, likeness);
}

/** Figures are facts: a short place with others than the unit's is not its own. */
function hasNumbersOf(letters: string, words: string): boolean {
  const known = new Set(toLetters(words).match(/\d+/g));
  return (letters.match(/\d+/g) ?? []).every((figure) => known.has(figure));
}

function withMoved(
  pieces: readonly Piece[],
  kept: readonly number[][],
  units: readonly Sought[],
  likeness: Likeness,
): number[][] {
  const taken = new Set(kept.flat());
  const result = kept.map((own) => [...own]);
  for (const [index, { text, isHeading }] of pieces.entries()) {
    if (taken.has(index) || isHeading || toLetters(text).length <= mostShort) continue;
    const alike = likeness.of(text);
    const best = units.reduce((best, _, unit) => ((alike[unit] ?? 0) > (alike[best] ?? 0) ? unit : best), 0);
    const isFree = kept[best]?.length === 0 && units[best]?.isHeading === false;
    if (isFree && (alike[best] ?? 0) >= alone) result[best]?.push(index);
  }
  return result;
}
