import { spellingIn } from './absent.ts';
import { splitCompound } from './compound.ts';
import { foldWords } from './fold.ts';
import type { Correction } from './loans.ts';
import { nearestWord } from './near.ts';
import type { Question } from './question.ts';
import { toRuns } from './tokens.ts';
import type { Unit, Vocabulary } from './units.ts';

/** Whether words of the index stand side by side somewhere. */
type Stands = (terms: readonly string[]) => boolean;

/** Shorter words have too many neighbours to be corrected by themselves. */
const leastAlone = 3;
/** What a word counts that the reader probably meant. */
const correctionWeight = 0.8;

/** Words of a question that stand nowhere, and that the list of words may know in another writing. */
export function findUnknown({ units }: Question, stands: Stands): Unit[] {
  // Three letters beside other words are seldom worth a list of words: 見分け方. Two may be a slip that the word before tells.
  const isLong = (length: number) => length >= (units.length > 1 ? 4 : 3) || (units.length > 1 && length === 2);
  return units.filter(
    ({ kind, text, alternatives }) =>
      kind === 'word' && isLong(text.length) && !alternatives.some(({ terms }) => stands(terms)),
  );
}

/**
 * Puts the nearest word of the texts beside each unknown one, or the words that it is made of in its place.
 * @param isSaid whether people use a word, folded, who need a tool
 */
export function correct(
  question: Question,
  unknown: readonly Unit[],
  words: readonly string[],
  stands: Stands,
  isSaid: (word: string) => boolean,
  vocabulary: Vocabulary,
): void {
  for (const unit of unknown) {
    const nearest = unit.text.length < leastAlone ? fromBeside(question, unit, words) : nearestWord(unit.text, words);
    if (nearest === undefined) {
      if (unit.text.length < leastAlone) continue;
      const pieces = splitCompound(unit, stands, isSaid, vocabulary);
      if (pieces) question.units.splice(question.units.indexOf(unit), 1, ...pieces.units);
      if (pieces?.isCut) question.cut.push(unit.text);
      continue;
    }
    const terms = toRuns(nearest, vocabulary.kanaWords).flatMap((run) => run.terms);
    unit.alternatives.push({ text: nearest, terms, weight: correctionWeight });
    question.corrections.push({ from: unit.text, to: nearest });
  }
}

/**
 * 委託先の表価: of two letters one is wrong, and of the words that begin with the word before it (委託先評価基準) exactly one goes
 * on with two letters of which the other is right.
 */
function fromBeside({ units }: Question, unit: Unit, words: readonly string[]): string | undefined {
  const before = units[units.indexOf(unit) - 1]?.text ?? '';
  if (before.length < 2) return undefined;
  const differs = (pair: string) => [...pair].filter((letter, at) => letter !== unit.text[at]).length;
  const pairs = foldWords(words).flatMap((word) => {
    const pair = word.startsWith(before) ? word.slice(before.length).replace(/^の/, '').slice(0, 2) : '';
    return pair.length === 2 && differs(pair) === 1 ? [pair] : [];
  });
  const [only, another] = new Set(pairs);
  return another === undefined ? only : undefined;
}

/** Corrections as people write them: the wrong word as it was typed, the right one as the texts print it. */
export function printCorrections(
  corrections: readonly Correction[],
  asked: string,
  prints: ReadonlyMap<string, string>,
): Correction[] {
  return corrections.map(({ from, to }) => ({ from: spellingIn(asked, from), to: prints.get(to) ?? to }));
}

/** The question with its corrections in it; undefined where there are none. */
export function toMeant(asked: string, corrections: readonly Correction[]): string | undefined {
  if (corrections.length === 0) return undefined;
  if (!corrections.every(({ from }) => asked.includes(from))) return corrections.map(({ to }) => to).join(' ');
  return corrections.reduce((text, { from, to }) => text.replaceAll(from, () => to), asked);
}
