import { fold } from '../../search/fold.ts';

/** Where a stretch of a text begins and ends, in UTF-16 units. */
export type Span = readonly [start: number, end: number];

/**
 * Where the words stand in a text, in whatever spelling the search takes for the same: ウィルス and ウイルス, 取扱い and
 * 取り扱い, full and half width. In order; what overlaps or touches is one.
 */
export function findWords(text: string, words: readonly string[]): Span[] {
  const folded = fold(text);
  const spans = words.flatMap((word) => {
    const wanted = fold(word).text.trim();
    return placesOf(folded.text, wanted).map((at): Span => {
      const end = at + wanted.length;
      return [folded.starts[at] ?? 0, folded.ends[end - 1] ?? text.length];
    });
  });
  return join(spans);
}

function placesOf(text: string, wanted: string): number[] {
  const places: number[] = [];
  if (wanted === '') return places;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    if (isWord(text, at, wanted)) places.push(at);
  }
  return places;
}

/**
 * Whether it is no chance part of a longer word, as the search has it: a Latin word may go on (win, Windows) and not begin
 * in another (ai, mail); a single kanji, or a loan word of two letters, stands alone.
 */
function isWord(text: string, at: number, wanted: string): boolean {
  const before = text[at - 1] ?? '';
  const after = text[at + wanted.length] ?? '';
  if (/^\d/.test(wanted) && /\d/.test(before)) return false;
  if (/\d$/.test(wanted) && /\d/.test(after)) return false;
  if (/^[a-z]/.test(wanted)) return !/[a-z]/.test(before);
  const alone = /^\p{Script=Han}$/u.test(wanted)
    ? /\p{Script=Han}/u
    : /^[ァ-ヺー]{1,2}$/.test(wanted)
      ? /[ァ-ヺー]/
      : undefined;
  return !alone || !(alone.test(before) || alone.test(after));
}

function join(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined.at(-1);
    if (last && start <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], end)];
    else joined.push([start, end]);
  }
  return joined;
}
