import { kanjiOfGeneralUse } from './general-kanji.ts';
import { kanjiOfSchoolGrades } from './school-kanji.ts';

/**
 * Code points of the first download: kana, ASCII, the marks of row 1 of JIS X 0208, and the text that PDFs are sure to
 * hold. Ascending; some may not be in the font.
 */
export function coreCodePoints(coreText: string): number[] {
  const codes = new Set([...coreText, ...sureToBeWritten].map(codeOf));
  for (const code of [...ranges(coreRanges), ...jisRows(1, 1)]) codes.add(code);
  return [...codes].sort((a, b) => a - b);
}

/**
 * The order in which people use characters, so that one text touches few shards: the site's own words by frequency
 * (who answers a list writes in its terms), other kana and marks, kanji taught in primary school by grade, the others
 * of general use, the rest of JIS level 1, level 2, and all else by code point.
 * @param codes what the font has. @param without what the core has already.
 */
export function orderByUse(codes: readonly number[], without: ReadonlySet<number>, siteText: string): number[] {
  const available = new Set(codes);
  const ordered = new Set<number>();
  const inOrder = [
    ...byFrequency(siteText),
    ...ranges(laterRanges),
    ...jisRows(2, 3),
    ...[...kanjiOfSchoolGrades.join(''), ...kanjiOfGeneralUse].map(codeOf),
    ...jisRows(16, 47),
    ...jisRows(48, 84),
    ...codes.toSorted((a, b) => a - b),
  ];
  for (const code of inOrder) if (available.has(code) && !without.has(code)) ordered.add(code);
  return [...ordered];
}

/** What senders write in every list: kinds of companies, posts, dates, and what most names are made of. */
const sureToBeWritten =
  '株式会社有限合同法人財団代表取締役部長課係主任氏名様御中令和年月日' +
  '山田中村小林佐藤鈴木高橋渡辺吉野川島井原松本上下大石太郎一二三子美花商事製作所工業産建設東西南北京';

/** ASCII, kana, full-width digits. */
const coreRanges: readonly [number, number][] = [
  [0x20, 0x7e],
  [0x3041, 0x30ff],
  [0xff10, 0xff19],
];

/** Half-width kana, circled numbers. */
const laterRanges: readonly [number, number][] = [
  [0xff61, 0xff9f],
  [0x2460, 0x2473],
];

function* ranges(all: readonly [number, number][]): Generator<number> {
  for (const [first, last] of all) for (let code = first; code <= last; code++) yield code;
}

/** The code points of a text, most frequent first; equals by code point, so that the order is one. */
function byFrequency(text: string): number[] {
  const counts = new Map<number, number>();
  for (const character of text) counts.set(codeOf(character), (counts.get(codeOf(character)) ?? 0) + 1);
  return [...counts].sort(([a, timesA], [b, timesB]) => timesB - timesA || a - b).map(([code]) => code);
}

/** The code points of rows (区) of JIS X 0208, as EUC-JP orders them. */
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
