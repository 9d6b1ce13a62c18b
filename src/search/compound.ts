import { hasSynonym, termsIn, type Unit, type Vocabulary, wordUnit } from './units.ts';

/** What a word says that no text has and only people use: 間違 of 宛先間違えた, which tells what tool they need. */
const saidWeight = 0.6;

/**
 * A compound that stands nowhere as a whole (苦情窓口) as the words it is made of, each with its synonyms.
 * @param stands whether a piece of it stands somewhere
 * @param isSaid whether people say a piece of it who need a tool
 * @returns undefined if its pieces are not known either
 */
export function splitCompound(
  unit: Unit,
  stands: (terms: string[]) => boolean,
  isSaid: (piece: string) => boolean,
  vocabulary: Vocabulary,
): { units: Unit[]; isCut: boolean } | undefined {
  const letters = [...unit.text];
  const best: Split[] = [{ pieces: [], cost: 0, left: 0 }];
  const offer = (end: number, split: Split) => {
    if (split.cost < (best[end]?.cost ?? Number.POSITIVE_INFINITY)) best[end] = split;
  };
  for (const [start] of letters.entries()) {
    const before = best[start];
    if (!before) continue;
    offer(start + 1, { ...before, cost: before.cost + leftOutCost, left: before.left + 1 });
    for (let end = start + 2; end <= letters.length; end++) {
      const piece = letters.slice(start, end).join('');
      if (stands(termsIn(piece)) || hasSynonym(piece, vocabulary) || isSaid(piece))
        offer(end, { ...before, pieces: [...before.pieces, piece], cost: before.cost + 1 });
    }
  }
  const { pieces = [], left = 0 } = best[letters.length] ?? {};
  // Of half a word nobody knows what it is about.
  if (pieces.length + left < 2 || left * 3 > letters.length) return undefined;
  const toUnit = (piece: string): Unit => {
    const unit = wordUnit(piece, termsIn(piece), vocabulary);
    const isFound = stands(termsIn(piece)) || hasSynonym(piece, vocabulary);
    return isFound ? unit : { ...unit, weight: saidWeight };
  };
  return { units: pieces.map(toUnit), isCut: left > 0 };
}

/** Pieces of the letters up to a place, and how many letters belong to none: 許可 in 許可証. */
interface Split {
  pieces: string[];
  cost: number;
  left: number;
}

/** A letter left out costs more than another piece. */
const leftOutCost = 1.5;
