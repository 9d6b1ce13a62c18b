import type { Synonyms } from '../core/regulation/synonyms.ts';
import { fold } from './fold.ts';
import { toRuns } from './tokens.ts';

/** A word in the one spelling of the search, without the grammar around it: 捨てる → 捨, ふりがな stays. */
export function toKey(word: string, kanaWords: readonly string[]): string {
  const runs = toRuns(word, kanaWords);
  const words = runs.filter(({ kind }) => kind !== 'kana');
  return (words.length > 0 ? words : runs).map(({ text }) => text).join('');
}

/** For each word, folded, the words of the texts to look for as well; sorted by word. */
export function compileSynonyms({ kanaWords, synonyms }: Synonyms): Record<string, string[]> {
  const compiled = new Map<string, Set<string>>();
  for (const { find, say = [], near = [] } of synonyms) {
    for (const word of [...find, ...say, ...near]) {
      const key = toKey(word, kanaWords);
      const finds = compiled.get(key) ?? new Set<string>();
      for (const other of find) if (toKey(other, kanaWords) !== key) finds.add(fold(other).text);
      compiled.set(key, finds);
    }
  }
  const filled = [...compiled].filter(([, finds]) => finds.size > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(filled.map(([key, finds]) => [key, [...finds]]));
}

/** Folded words for what the texts do not know; what is said to be near is no answer. */
export function compileNear({ kanaWords, synonyms }: Synonyms): string[] {
  return [...new Set(synonyms.flatMap(({ near = [] }) => near.map((word) => toKey(word, kanaWords))))].sort();
}
