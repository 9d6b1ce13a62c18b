/** A number of a provision found in a folded text. */
export interface ClauseNumber {
  /** One word of the index for each part: 第16条第2号 has two. */
  terms: string[];
  start: number;
  end: number;
}

const digits = '[0-9]{1,3}';
const kanji = '[〇一二三四五六七八九十百]{1,6}';
/** Nobody has 9999 articles, but somebody asks for one. */
const amount = `(?:[0-9]{1,4}|${kanji})`;

/** Each kind of number with the letters of its word in the index; the first that fits at a place is taken. */
const kinds: readonly (readonly [letters: string, pattern: string])[] = [
  // 第16条, 第十六条, 16条, 第16条の2
  ['a', `第?(${amount})条(?:の(${amount}))?`],
  // 第2項
  ['p', `第(${amount})項`],
  // 第2号
  ['i', `第(${amount})号`],
  // 6章, 第六章
  ['c', `第?(${amount})章`],
  // 別添2, 別紙4, 別表1, 様式第1号
  ['t', `別添[ 第]*(${amount})`],
  ['u', `別紙[ 第]*(${amount})`],
  ['b', `別表[ 第]*(${amount})`],
  ['f', `様式[ 第]*(${amount})`],
  // 9-2
  ['h', `(?<![0-9.-])(${digits})-(${digits})(?![0-9-])`],
  // 5.2.1; 4. as the number of a heading. A date or an amount has more digits.
  ['d', `(?<![0-9.])(${digits}(?:\\.${digits}){1,3})(?![0-9])`],
  ['d', `(?<![0-9.])(${digits})\\.(?![0-9])`],
  // (11)
  ['k', `\\((${digits})\\)`],
];

const anyNumber = new RegExp(kinds.map(([, pattern]) => `(?:${pattern})`).join('|'), 'gu');
const single = kinds.map(([letters, pattern]) => [letters, new RegExp(`^${pattern}`, 'u')] as const);

/** Numbers of chapters, articles, paragraphs, items and annexes in a folded text, in any writing; in order. */
export function findClauseNumbers(text: string): ClauseNumber[] {
  return [...text.matchAll(anyNumber)].flatMap(({ 0: found, index }) => {
    const term = termOf(found);
    return term === undefined ? [] : [{ terms: [term], start: index, end: index + found.length }];
  });
}

/** The words of the index that a bare number may stand for: 16 is the article or the heading. */
export function termsOfBareNumber(number: string): string[] {
  return ['a', 'd', 'k'].map((letters) => `y${letters}${lettersOf(String(Number(number)))}z`);
}

/** Digits as letters: Pagefind takes words apart where letters and digits meet. */
export function lettersOf(number: string): string {
  return number.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');
}

function termOf(found: string): string | undefined {
  for (const [letters, pattern] of single) {
    // A look-behind sees nothing before the piece; what stood before it was judged by the whole pattern.
    const parts = pattern.exec(found)?.slice(1);
    if (!parts) continue;
    const numbers = parts.filter((part) => part !== undefined).flatMap((part) => part.split('.').map(toNumber));
    if (numbers.some((number) => number === undefined)) return undefined;
    // The closing letter keeps 第1条 from being the beginning of 第16条.
    return `y${letters}${numbers.map((number) => lettersOf(String(number))).join('x')}z`;
  }
  return undefined;
}

const kanjiDigits = '〇一二三四五六七八九';

/** 16, 十六, 二十一, 百三 or 一六 as a number; `undefined` for nonsense such as 十百. */
function toNumber(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  if (!/[十百]/.test(text)) return Number([...text].map((digit) => kanjiDigits.indexOf(digit)).join(''));
  const parts = /^(?:([二三四五六七八九])?(百))?(?:([二三四五六七八九])?(十))?([一二三四五六七八九])?$/u.exec(text);
  if (!parts) return undefined;
  const [, hundreds, hundred, tens, ten, ones] = parts;
  const times = (digit: string | undefined) => (digit ? kanjiDigits.indexOf(digit) : 1);
  return (hundred ? 100 * times(hundreds) : 0) + (ten ? 10 * times(tens) : 0) + (ones ? kanjiDigits.indexOf(ones) : 0);
}
