/** A number as people write it, with one or two letters or digits of a numeral. */
const amount = '(?:[0-9]{1,3}|[一二三四五六七八九十百]{1,4})';
/** Not the beginning of a word: ア of アクセス. */
const letter = '([ア-ソ])(?![ァ-ヺー])';

type Rule = readonly [pattern: RegExp, into: string];

/** What is left out in haste, put in: 16条2号 names the item that the text calls 第16条第2号. */
const rules: readonly Rule[] = [
  // 16条四のカ, 16条4号のカ
  [new RegExp(`(?<=条)第?(${amount})号?[のノ]?${letter}`, 'gu'), '第$1号$2'],
  // 16条の2号 is no article 16-2.
  [new RegExp(`(?<=条)の(${amount})(?=[号項])`, 'gu'), '第$1'],
  // 6-4.4, 6章の4.4, 8章4
  [/(?<![\d.-])(\d{1,2})-(\d{1,2}(?:\.\d{1,2})+)(?![\d-])/gu, '$1章 $2'],
  [new RegExp(`(${amount}章)の?([0-9]{1,2})(?![0-9.章条項号])`, 'gu'), '$1 $2.'],
  // 三の1: of a chapter
  [/(?<![条添紙表式\p{Script=Han}])([一二三四五六七八九十]{1,3})の([0-9]{1,2})(?![0-9.])/gu, '$1章 $2.'],
  // 1(2)ウ
  [/(?<![\d.(])(\d{1,2})(?=\(\d{1,2}\))/gu, '$1.'],
];

/** Numbers of provisions in a question as the texts write them. @param asked in one width (NFKC) */
export function spellOutNumbers(asked: string): string {
  return rules.reduce((text, [pattern, into]) => text.replace(pattern, into), asked);
}

/**
 * The places that 15-3 or 6-4-4 may name where no document has that number itself: an article with its item or
 * paragraph, a chapter with its heading. As words of the index, the likelier first.
 * @param term word of the index for the number, e.g. `yhbfxdz`; none for any other number
 */
export function placesOf(term: string): string[][] {
  const [, kind, body = ''] = /^y([gh])([a-jx]+)z$/.exec(term) ?? [];
  const [first = '', second = '', third = ''] = body.split('x');
  if (kind === 'h') {
    return [
      [`ya${first}z`, `yi${second}z`],
      [`yc${first}z`, `yd${second}z`],
      [`ya${first}z`, `yp${second}z`],
      [`yd${first}z`, `yk${second}z`],
    ];
  }
  if (kind !== 'g') return [];
  return [
    [`yc${first}z`, `yd${second}x${third}z`],
    [`ya${first}z`, `yp${second}z`, `yi${third}z`],
    [`yd${first}x${second}x${third}z`],
  ];
}

/**
 * Where to look where there is no 第19条の2: its second paragraph or item, for which it is often said in haste, then the article.
 * @param term word of the index for the number; none for any other number
 */
export function placesBeside(term: string): string[][] {
  const [, article = '', branch = ''] = /^ya([a-j]+)x([a-j]+)z$/.exec(term) ?? [];
  if (article === '') return [];
  const whole = `ya${article}z`;
  return [[whole, `yp${branch}z`], [whole, `yi${branch}z`], [whole]];
}
