import { foldWords } from './fold.ts';

/** Levenshtein distance, in UTF-16 units; words are short, so the plain table will do. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

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
