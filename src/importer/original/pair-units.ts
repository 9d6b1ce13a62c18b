import type { RegulationTree } from '../model/tree.ts';
import { align } from './align.ts';
import { type Hint, partFit, placeFit, toHint } from './hints.ts';
import { keepSure } from './keep-sure.ts';
import { toLetters, toLikeness } from './likeness.ts';
import { type Piece, toPieces } from './pieces.ts';

/** A unit of a source, and the words by which the handbook knows it: restated ones, or those of a heading. */
export interface SoughtUnit {
  id: string;
  label: string;
  isHeading: boolean;
  /** Empty where the handbook leaves it out. */
  words: string;
}

/** Which words of a document are which unit's. */
export interface Pairing {
  pieces: Piece[];
  /** Numbers of pieces by unit, in reading order; units without a partner have none. */
  ofUnit: number[][];
}

/**
 * Finds for each unit of a source its words in a document: by the order of both, the numbers and names of their labels,
 * the part that a label names, and the words that the restated text shares with the official one.
 */
export function pairUnits(tree: RegulationTree, units: readonly SoughtUnit[]): Pairing {
  const pieces = toPieces(tree);
  const hints = units.map(({ label, isHeading }) => toHint(label, isHeading));
  const steps = pieces.map(({ label }) => toHint(label, false).steps);
  const likeness = toLikeness(units.map(({ words, label }) => `${words} ${label}`));
  const alike = pieces.map(({ text }) => likeness.of(text));
  const letters = pieces.map(({ text }) => toLetters(text));
  const headingLetters = units.map(({ words, isHeading }) => (isHeading ? toLetters(words) : ''));
  const unitOf = align(pieces.length, units.length, {
    begin: (p, u) => {
      const [piece, hint] = [pieces[p] as Piece, hints[u] as Hint];
      const size = weightOf(letters[p] ?? '');
      const same = headingLetters[u] !== '' && headingLetters[u] === letters[p];
      const kind = hint.part?.kind === 'title' || piece.isHeading === hint.isHeading ? 0.1 : -0.35;
      return (
        size * ((alike[p]?.[u] ?? 0) - 0.12) +
        0.5 * placeFit(hint, steps[p] ?? []) +
        0.4 * partFit(hint, piece) +
        kind -
        (piece.isHead && piece.nth > 0 ? 1 : 0) +
        (same ? 1 : 0)
      );
    },
    go: (p, u) => {
      const [piece, last] = [pieces[p] as Piece, pieces[p - 1] as Piece];
      const size = weightOf(letters[p] ?? '');
      const near = piece.paragraph === last.paragraph ? 0.12 : piece.place === last.place ? -0.05 : -0.5;
      return size * ((alike[p]?.[u] ?? 0) - 0.1) + near - (piece.isHeading ? 0.5 : 0);
    },
  });
  const ofUnit = units.map((): number[] => []);
  for (const [piece, unit] of withRests(pieces, unitOf).entries()) if (unit !== undefined) ofUnit[unit]?.push(piece);
  const fits = ofUnit.map(([first = -1], unit) => placeFit(hints[unit] as Hint, steps[first] ?? []) === 1);
  return { pieces, ofUnit: keepSure({ pieces, ofUnit, units, fits }, toLikeness(units.map(({ words }) => words))) };
}

/** What is left over of a place goes to the unit that has the rest of it; where several share it, to that of the words before. */
function withRests(pieces: readonly Piece[], unitOf: readonly (number | undefined)[]): (number | undefined)[] {
  const owners = new Map<number, Set<number>>();
  for (const [index, unit] of unitOf.entries()) {
    const { place = -1, isHeading } = pieces[index] ?? {};
    if (unit === undefined || isHeading) continue;
    owners.set(place, (owners.get(place) ?? new Set()).add(unit));
  }
  const filled = [...unitOf];
  for (const [index, piece] of pieces.entries()) {
    if (filled[index] !== undefined || piece.isHeading) continue;
    const [only, ...others] = owners.get(piece.place) ?? [];
    const isSame = pieces[index - 1]?.paragraph === piece.paragraph;
    filled[index] = others.length === 0 ? only : isSame ? filled[index - 1] : undefined;
  }
  return filled;
}

/** Long sentences say more surely whose they are than short ones. */
function weightOf(letters: string): number {
  return 0.3 + Math.min(letters.length, 60) / 25;
}
