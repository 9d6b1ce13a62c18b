import type { SearchRecord } from './records.ts';
import { toRuns } from './tokens.ts';

/** Suggestions and near misses are looked up among these; at a few bytes each they bound a download. */
const mostWords = 1300;
const longestWord = 24;

/**
 * Words worth suggesting, as they are printed, the most useful first: headings, then words that stand in several
 * records.
 */
export function findWords(records: readonly SearchRecord[]): string[] {
  const counts = new Map<string, number>();
  const add = (word: string, points: number) => {
    // 又は and 及び are written with a kanji, and are no word to look for.
    const short = word.trim().replace(/[又及若]$/u, '');
    if ([...short].length < 2 || short.length > longestWord) return;
    counts.set(short, (counts.get(short) ?? 0) + points);
  };
  for (const { headings, entries } of records) {
    add((headings.at(-1) ?? '').replace(/^\S*[0-9一二三四五六七八九十]\S*\s+|「|」/g, ''), 4);
    const texts = entries.map(({ caption, text }) => `${caption}\n${text}`);
    for (const word of new Set(texts.flatMap(wordsOf))) add(word, 1);
  }
  const useful = [...counts].filter(([, points]) => points > 1);
  useful.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return useful.slice(0, mostWords).map(([word]) => word);
}

/** Words of a text with the loan words and kanji beside them: 情報セキュリティ責任者. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  let start = -1;
  let end = -1;
  const close = () => {
    if (start >= 0) words.push(text.slice(start, end));
    start = -1;
  };
  for (const { kind, spans } of toRuns(text, [])) {
    const [from, to] = [spans[0]?.[0] ?? -1, spans.at(-1)?.[1] ?? -1];
    if (kind === 'kana' || kind === 'clause' || from !== end) close();
    if (kind === 'kana' || kind === 'clause') continue;
    if (start < 0) start = from;
    end = to;
  }
  close();
  return words;
}
