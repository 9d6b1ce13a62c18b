/** A run of a text that the other text has as well, or has not. */
export interface Stretch {
  text: string;
  isChanged: boolean;
}

/** Two wordings of one text, each with what the other does not have. The stretches of each are its text, to the letter. */
export interface Comparison {
  old: Stretch[];
  new: Stretch[];
}

/** Edits that are looked for one by one; of texts with more in common than that, nobody would see what. */
const mostEdits = 600;
/** A common run shorter than this, between two changes, is a coincidence: 「する」 stands in every sentence. */
const leastCommon = 2;

/** Words in katakana, Latin letters and digits stay whole; of other scripts each character counts by itself. */
const token = /[\u30a1-\u30fa\u30fc]+|[A-Za-z\uff21-\uff3a\uff41-\uff5a]+|[0-9\uff10-\uff19]+|[\s\S]/gu;

/** What was changed between two wordings, to be underlined. */
export function compareTexts(old: string, now: string): Comparison {
  const before = old.match(token) ?? [];
  const after = now.match(token) ?? [];
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end++;
  const common = findCommon(before.slice(start, before.length - end), after.slice(start, after.length - end));
  const pairs = [
    ...Array.from({ length: start }, (_, at): Pair => [at, at]),
    ...common.map(([a, b]): Pair => [a + start, b + start]),
    ...Array.from({ length: end }, (_, at): Pair => [before.length - end + at, after.length - end + at]),
  ];
  const kept = withoutCoincidences(pairs, before, after);
  return {
    old: toStretches(
      before,
      kept.map(([a]) => a),
    ),
    new: toStretches(
      after,
      kept.map(([, b]) => b),
    ),
  };
}

/** Places of one token in both texts. */
type Pair = [old: number, now: number];

/** The longest common tokens, by Myers' greedy walk: linear where little was changed. */
function findCommon(before: readonly string[], after: readonly string[]): Pair[] {
  const [n, m] = [before.length, after.length];
  if (n === 0 || m === 0) return [];
  /** Of each number of edits: how far each diagonal has come. */
  const rounds: Int32Array[] = [];
  let reached = new Int32Array(3);
  for (let edits = 0; edits <= Math.min(n + m, mostEdits); edits++) {
    const next = new Int32Array(2 * edits + 3);
    for (let k = -edits; k <= edits; k += 2) {
      let x = stepOf(reached, edits, k);
      while (x < n && x - k < m && before[x] === after[x - k]) x++;
      next[k + edits + 1] = x;
      if (x < n || x - k < m) continue;
      return walkBack(rounds, before, after);
    }
    rounds.push(next);
    reached = next;
  }
  return [];
}

/** Where diagonal k begins its next run: one down or one to the right of the last round. Its places are shifted by one. */
function stepOf(reached: Int32Array, edits: number, k: number): number {
  if (edits === 0) return 0;
  const at = (diagonal: number) => reached[diagonal + edits] ?? 0;
  const isDown = k === -edits || (k !== edits && at(k - 1) < at(k + 1));
  return isDown ? at(k + 1) : at(k - 1) + 1;
}

function walkBack(rounds: readonly Int32Array[], before: readonly string[], after: readonly string[]): Pair[] {
  const pairs: Pair[] = [];
  let [x, y] = [before.length, after.length];
  for (let edits = rounds.length; edits >= 0; edits--) {
    const last = rounds[edits - 1] ?? new Int32Array(3);
    const begin = stepOf(last, edits, x - y);
    const k = x - y;
    for (; x > begin; x--, y--) pairs.push([x - 1, y - 1]);
    if (edits === 0) break;
    const at = (diagonal: number) => last[diagonal + edits] ?? 0;
    const isDown = k === -edits || (k !== edits && at(k - 1) < at(k + 1));
    if (isDown) y--;
    else x--;
  }
  return pairs.reverse();
}

/** Common runs that are short and stand between two changes only cut what was changed into crumbs. */
function withoutCoincidences(pairs: readonly Pair[], before: readonly string[], after: readonly string[]): Pair[] {
  const runs: Pair[][] = [];
  for (const pair of pairs) {
    const last = runs.at(-1)?.at(-1);
    if (last && last[0] + 1 === pair[0] && last[1] + 1 === pair[1]) runs.at(-1)?.push(pair);
    else runs.push([pair]);
  }
  return runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last) return [];
    const isEdge =
      (first[0] === 0 && first[1] === 0) || (last[0] === before.length - 1 && last[1] === after.length - 1);
    const length = run.reduce((sum, [a]) => sum + (before[a]?.length ?? 0), 0);
    return isEdge || length >= leastCommon ? run : [];
  });
}

function toStretches(tokens: readonly string[], kept: readonly number[]): Stretch[] {
  const stretches: Stretch[] = [];
  const common = new Set(kept);
  for (const [at, text] of tokens.entries()) {
    const isChanged = !common.has(at);
    const last = stretches.at(-1);
    if (last?.isChanged === isChanged) last.text += text;
    else stretches.push({ text, isChanged });
  }
  return stretches;
}
