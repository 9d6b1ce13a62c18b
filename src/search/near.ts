import { distance } from '../core/text/distance.ts';
import { foldWords } from './fold.ts';

/** Letters that may differ: one in a short word, one in four in a long one. */
export function toleranceFor(word: string): number {
  return word.length < 4 ? 1 : Math.ceil(word.length / 4);
}

/** The printed word nearest to a folded one, the more useful first; `undefined` where none is near. */
export function nearestWord(folded: string, words: readonly string[]): string | undefined {
  const limit = toleranceFor(folded);
  let nearest: { word: string; far: number } | undefined;
  const spellings = foldWords(words);
  for (const [index, word] of words.entries()) {
    const spelling = spellings[index] ?? '';
    if (Math.abs(spelling.length - folded.length) > limit) continue;
    const far = distance(folded, spelling);
    if (far <= limit && far < folded.length / 2 && (!nearest || far < nearest.far)) nearest = { word, far };
  }
  return nearest?.word;
}
