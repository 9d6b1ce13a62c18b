/** How much of a text's rare letter pairs another text has: 0 for none, 1 for all. Both say the same facts in other words. */
export interface Likeness {
  /** Of a text to each of the texts that were given. */
  of(text: string): Float32Array;
}

/** Pairs in more texts than this share tell nothing: 「する」「こと」. */
const mostShared = 0.25;

/** Prepares the comparison with many texts: one walk over the pairs of each, then only where pairs are shared. */
export function toLikeness(texts: readonly string[]): Likeness {
  const holders = new Map<string, number[]>();
  for (const [index, text] of texts.entries()) {
    for (const pair of pairsOf(text)) {
      const list = holders.get(pair);
      if (list) list.push(index);
      else holders.set(pair, [index]);
    }
  }
  const most = Math.max(8, texts.length * mostShared);
  const rarity = (count: number) => Math.log(1 + texts.length / (1 + count));
  return {
    of(text) {
      const shared = new Float32Array(texts.length);
      let all = 0;
      for (const pair of pairsOf(text)) {
        const list = holders.get(pair) ?? [];
        if (list.length > most) continue;
        const weight = rarity(list.length);
        all += weight;
        for (const index of list) shared[index] = (shared[index] ?? 0) + weight;
      }
      return all === 0 ? shared : shared.map((sum) => sum / all);
    },
  };
}

/** Letters that count: width and case do not, nor do blanks and marks. */
export function toLetters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function pairsOf(text: string): Set<string> {
  const letters = [...toLetters(text)];
  const pairs = new Set<string>();
  for (let at = 1; at < letters.length; at += 1) pairs.add(`${letters[at - 1]}${letters[at]}`);
  if (letters.length === 1) pairs.add(letters[0] ?? '');
  return pairs;
}
