import { kanjiOfSchoolGrades } from './school-kanji.ts';

/**
 * Code points of the first download: kana, ASCII, the marks and digits of JIS X 0208, half-width kana, and whatever
 * the site's own text holds. Ascending; some may not be in the font.
 */
export function coreCodePoints(coreText: string): number[] {
  const codes = new Set([...coreText, ...sureToBeWritten].map(codeOf));
  for (const [first, last] of coreRanges) for (let code = first; code <= last; code++) codes.add(code);
  for (const code of jisRows(1, 3)) codes.add(code);
  return [...codes].sort((a, b) => a - b);
}

/**
 * The order in which people use characters, so that one text touches few shards: kanji taught in primary school by
 * grade, then the rest of JIS level 1, level 2, the other rows of JIS X 0208, and all else by code point.
 * @param codes what the font has. @param without what the core has already.
 */
export function orderByUse(codes: readonly number[], without: ReadonlySet<number>): number[] {
  const available = new Set(codes);
  const ordered = new Set<number>();
  const inOrder = [
    ...[...kanjiOfSchoolGrades.join('')].map(codeOf),
    ...jisRows(16, 47),
    ...jisRows(48, 84),
    ...jisRows(1, 13),
    ...codes.toSorted((a, b) => a - b),
  ];
  for (const code of inOrder) if (available.has(code) && !without.has(code)) ordered.add(code);
  return [...ordered];
}

/** What nearly every sender writes: kinds of companies, posts, dates. */
const sureToBeWritten = '株式会社有限合同法人財団代表取締役部長課係主任氏名様御中令和年月日午前後現在以上';

const coreRanges: readonly [number, number][] = [
  [0x20, 0x7e],
  [0x3041, 0x30ff],
  [0xff61, 0xff9f],
  // Circled numbers, which lists of rules are full of.
  [0x2460, 0x2473],
];

/** The code points of rows (区) of JIS X 0208, as EUC-JP orders them; row 13 holds NEC's ①㈱. */
function* jisRows(first: number, last: number): Generator<number> {
  const eucJp = new TextDecoder('euc-jp');
  for (let row = first; row <= last; row++) {
    for (let cell = 1; cell <= 94; cell++) {
      const [character = '\ufffd', ...more] = eucJp.decode(Uint8Array.of(0xa0 + row, 0xa0 + cell));
      if (character !== '\ufffd' && more.length === 0) yield codeOf(character);
    }
  }
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
