import { fold, foldWords } from './fold.ts';

/** Letters from which on words are suggested. */
export const leastLetters = 2;

/** Words that begin with what was typed, then words that hold it; folded, so that ﾊﾟｽ finds パスワード. */
export function suggest(typed: string, words: readonly string[], most: number): string[] {
  const last = typed.split(/\s+/u).at(-1) ?? '';
  const wanted = fold(last).text;
  if ([...wanted].length < leastLetters) return [];
  const begins: string[] = [];
  const holds: string[] = [];
  const spellings = foldWords(words);
  for (const [index, word] of words.entries()) {
    const folded = spellings[index] ?? '';
    if (folded === wanted) continue;
    if (folded.startsWith(wanted)) begins.push(word);
    else if (folded.includes(wanted)) holds.push(word);
  }
  const lead = typed.slice(0, typed.length - last.length);
  return [...begins, ...holds].slice(0, most).map((word) => lead + word);
}

/** From here on a word is near: half of the shorter one's pairs of letters stand in the other as well. */
const leastShare = 0.5;

/** Words that share the most with what was asked; for a question that found nothing. None where none is near. */
export function nearTerms(asked: string, words: readonly string[], most: number): string[] {
  const wanted = pairsOf(fold(asked.slice(0, 200)).text);
  const spellings = foldWords(words);
  const scored = words.map((word, order) => {
    const pairs = pairsOf(spellings[order] ?? '');
    const shared = [...pairs].filter((pair) => wanted.has(pair)).length;
    return { word, order, share: shared / Math.max(1, Math.min(pairs.size, wanted.size)) };
  });
  scored.sort((a, b) => b.share - a.share || a.order - b.order);
  return scored
    .filter(({ share }) => share >= leastShare)
    .slice(0, most)
    .map(({ word }) => word);
}

function pairsOf(folded: string): Set<string> {
  const letters = [...folded];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}
