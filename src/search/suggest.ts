import { fold } from './fold.ts';

/** Letters from which on words are suggested. */
export const leastLetters = 2;

/** Words that begin with what was typed, then words that hold it; folded, so that ﾊﾟｽ finds パスワード. */
export function suggest(typed: string, words: readonly string[], most: number): string[] {
  const last = typed.split(/\s+/u).at(-1) ?? '';
  const wanted = fold(last).text;
  if ([...wanted].length < leastLetters) return [];
  const begins: string[] = [];
  const holds: string[] = [];
  for (const word of words) {
    const folded = fold(word).text;
    if (folded === wanted) continue;
    if (folded.startsWith(wanted)) begins.push(word);
    else if (folded.includes(wanted)) holds.push(word);
  }
  const lead = typed.slice(0, typed.length - last.length);
  return [...begins, ...holds].slice(0, most).map((word) => lead + word);
}

/** Words that share the most with what was asked; for a question that found nothing. */
export function nearTerms(asked: string, words: readonly string[], most: number): string[] {
  const wanted = pairsOf(asked);
  const scored = words.map((word, order) => {
    const pairs = pairsOf(word);
    const shared = [...pairs].filter((pair) => wanted.has(pair)).length;
    return { word, order, share: shared / Math.max(1, Math.min(pairs.size, wanted.size)) };
  });
  scored.sort((a, b) => b.share - a.share || a.order - b.order);
  return scored.slice(0, most).map(({ word }) => word);
}

function pairsOf(text: string): Set<string> {
  const letters = [...fold(text.slice(0, 200)).text];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}
