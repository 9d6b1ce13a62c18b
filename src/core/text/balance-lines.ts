import { breakLines } from './line-break.ts';

/**
 * Breaks a heading into as few lines as it needs, about equally long, and where it can between phrases: behind a particle
 * or a closing mark and before a kanji, katakana, letter or opening mark. So no line is a lone `書` or `に係る`.
 *
 * @param text `\n` begins a new line.
 * @param width of a line, in the unit of `measure`.
 * @returns the lines; joined they are the text without its `\n`.
 */
export function balanceLines(text: string, width: number, measure: (text: string) => number): string[] {
  return text.split('\n').flatMap((line) => {
    const least = breakLines(line, width, measure);
    if (least.length < 2) return least;
    const phrases = line.split(betweenPhrases);
    // What is as long as that is no heading, and every way to divide it is tried.
    if (phrases.length > mostPhrases) return least;
    return divide(phrases, least.length, width, measure) ?? narrow(line, least, width, measure);
  });
}

const mostPhrases = 60;

/** Before an opening mark; after は, を, に, の, る (係る), び (及び) and the like; `取り扱い` and `申し込み` have none of them inside. */
const betweenPhrases =
  /(?<=[はがをにのとへでもるたてび、。・）」』〕】])(?=[\p{Script=Han}\p{Script=Katakana}A-Za-z0-9０-９〇○●△])|(?<=[^「『（〔【])(?=[「『（〔【])/u;

/** Phrases on exactly `count` lines, the widest as narrow as can be; undefined if they do not fit. */
function divide(
  phrases: readonly string[],
  count: number,
  width: number,
  measure: (text: string) => number,
): string[] | undefined {
  /** Best lines of the first n phrases, for the number of lines at hand. */
  let best: ({ lines: string[]; widest: number } | undefined)[] = phrases.map((_, index) => {
    const first = phrases.slice(0, index + 1).join('');
    const firstWidth = measure(first);
    return firstWidth <= width ? { lines: [first], widest: firstWidth } : undefined;
  });
  for (let made = 1; made < count; made++) {
    best = phrases.map((_, end) => {
      let found: { lines: string[]; widest: number } | undefined;
      for (let start = 1; start <= end; start++) {
        const before = best[start - 1];
        const last = phrases.slice(start, end + 1).join('');
        const widest = Math.max(before?.widest ?? Number.POSITIVE_INFINITY, measure(last));
        if (before && widest <= width && (!found || widest < found.widest)) {
          found = { lines: [...before.lines, last], widest };
        }
      }
      return found;
    });
  }
  return best.at(-1)?.lines;
}

/** Where phrases are too long: the narrowest lines that are no more than these. */
function narrow(line: string, lines: string[], width: number, measure: (text: string) => number): string[] {
  let narrowest = lines;
  let tooNarrow = measure(line) / lines.length / 2;
  let wideEnough = width;
  for (let step = 0; step < 8; step++) {
    const middle = (tooNarrow + wideEnough) / 2;
    const tried = breakLines(line, middle, measure);
    if (tried.length > lines.length) tooNarrow = middle;
    else {
      wideEnough = middle;
      narrowest = tried;
    }
  }
  return narrowest;
}
